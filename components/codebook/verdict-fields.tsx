import type { CodebookFieldsProps } from "@/components/codebook/codebook-field";
import { VERDICT_CHOICES } from "@/components/label/verdict-choices";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { VerdictBadge } from "@/components/ui/verdict-badge";
import type { Codebook } from "@/lib/labelling/codebook";

type Meaning = Codebook["verdicts"]["viable"];

/** The four verdicts, each with its definition and one example. */
export function VerdictFields({ codebook, errors, onChange }: CodebookFieldsProps) {
  return (
    <section className="flex flex-col gap-4">
      <h2 className="text-base font-semibold">The four verdicts</h2>
      {VERDICT_CHOICES.map(({ verdict }) => {
        const meaning = codebook.verdicts[verdict];
        const change = (over: Partial<Meaning>) =>
          onChange({ verdicts: { ...codebook.verdicts, [verdict]: { ...meaning, ...over } } });
        return (
          <fieldset key={verdict} className="grid gap-x-4 gap-y-2 sm:grid-cols-2">
            <legend className="pb-1">
              <VerdictBadge verdict={verdict} />
            </legend>
            <Field label="Definition" error={errors.get(`verdicts.${verdict}.definition`)}>
              <Textarea
                rows={2}
                value={meaning.definition}
                onChange={(event) => change({ definition: event.currentTarget.value })}
              />
            </Field>
            <Field label="Example" error={errors.get(`verdicts.${verdict}.example`)}>
              <Textarea
                rows={2}
                value={meaning.example}
                onChange={(event) => change({ example: event.currentTarget.value })}
              />
            </Field>
          </fieldset>
        );
      })}
    </section>
  );
}
