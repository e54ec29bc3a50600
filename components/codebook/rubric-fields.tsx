import type { CodebookFieldsProps } from "@/components/codebook/codebook-field";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RUBRIC_IDS } from "@/lib/labelling/codebook";

/** The rubric's statements; an empty one is not asked. */
export function RubricFields({ codebook, errors, onChange }: CodebookFieldsProps) {
  const questions = new Map(codebook.rubric.map(({ id, question }) => [id, question]));
  const change = (changed: string, text: string) =>
    onChange({
      rubric: RUBRIC_IDS.flatMap((id) => {
        const question = id === changed ? text : (questions.get(id) ?? "");
        return question === "" ? [] : [{ id, question }];
      }),
    });
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="text-base font-semibold">The rubric</legend>
      <p className="text-xs text-muted">
        Statements that speak for a small model. Raters may tick each as true or cross it; none has
        to be answered, an empty one is not asked. The sixth, whether there are enough repeats to
        tune on, is counted from the calls.
      </p>
      {RUBRIC_IDS.map((id) => {
        const at = codebook.rubric.findIndex((row) => row.id === id);
        return (
          <Field key={id} label={id} error={errors.get(`rubric.${at}.question`)}>
            <Input
              value={questions.get(id) ?? ""}
              onChange={(event) => change(id, event.currentTarget.value)}
            />
          </Field>
        );
      })}
    </fieldset>
  );
}
