import type { CodebookFieldsProps } from "@/components/codebook/codebook-field";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

const DIGITS = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** The reasons by their digits; an empty one is not offered. */
export function ReasonFields({ codebook, errors, onChange }: CodebookFieldsProps) {
  const texts = new Map(codebook.reasons.map(({ digit, text }) => [digit, text]));
  const change = (changed: number, given: string) =>
    onChange({
      reasons: DIGITS.flatMap((digit) => {
        const text = digit === changed ? given : (texts.get(digit) ?? "");
        return text === "" ? [] : [{ digit, text }];
      }),
    });
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="text-base font-semibold">The reasons and their digits</legend>
      <p className="text-xs text-muted">
        Labels keep the digit. When a digit comes to stand for something else, the meaning changes.
      </p>
      {errors.has("reasons") ? (
        <p role="alert" className="text-sm font-medium">
          {errors.get("reasons")}
        </p>
      ) : null}
      <div className="grid gap-x-4 gap-y-2 sm:grid-cols-3">
        {DIGITS.map((digit) => {
          const at = codebook.reasons.findIndex((row) => row.digit === digit);
          return (
            <Field key={digit} label={`Reason ${digit}`} error={errors.get(`reasons.${at}.text`)}>
              <Input
                value={texts.get(digit) ?? ""}
                onChange={(event) => change(digit, event.currentTarget.value)}
              />
            </Field>
          );
        })}
      </div>
    </fieldset>
  );
}
