import type { CodebookFieldsProps } from "@/components/codebook/codebook-field";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { type AssumedSlm, MODALITIES } from "@/lib/labelling/assumed-slm";

const MODALITY_OPTIONS = [
  { value: null, label: "not said" },
  ...MODALITIES.map((value) => ({ value, label: value })),
];

/** The model that raters have in mind. */
export function SlmFields({ codebook, errors, onChange }: CodebookFieldsProps) {
  const slm = codebook.assumedSlm;
  const change = (over: Partial<AssumedSlm>) => onChange({ assumedSlm: { ...slm, ...over } });
  return (
    <fieldset className="grid gap-x-4 gap-y-3 sm:grid-cols-3">
      <legend className="pb-2 text-base font-semibold">The assumed small model</legend>
      <Field
        label="At most, billions of parameters"
        error={errors.get("assumedSlm.maxBillions") ?? errors.get("assumedSlm")}
      >
        <Input
          inputMode="decimal"
          defaultValue={slm.maxBillions ?? ""}
          onChange={(event) => {
            const { value } = event.currentTarget;
            change({ maxBillions: value.trim() === "" ? null : Number(value) });
          }}
        />
      </Field>
      <Field label="Reads and writes">
        <Select<AssumedSlm["modality"]>
          options={MODALITY_OPTIONS}
          value={slm.modality}
          onChange={(modality) => change({ modality })}
        />
      </Field>
      <Field label="As of" hint="A month, as 2026-11" error={errors.get("assumedSlm.asOf")}>
        <Input
          value={slm.asOf ?? ""}
          onChange={(event) => change({ asOf: event.currentTarget.value || null })}
        />
      </Field>
      <Field label="And" optional className="sm:col-span-3" error={errors.get("assumedSlm.note")}>
        <Input value={slm.note} onChange={(event) => change({ note: event.currentTarget.value })} />
      </Field>
    </fieldset>
  );
}
