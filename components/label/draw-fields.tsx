import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { Allocation } from "@/lib/labelling/allocate";
import type { PlanField, PlanFields } from "@/lib/labelling/plan-fields";

const ALLOCATION_WORDS: { value: Allocation; label: string }[] = [
  { value: "equal", label: "the same number of each" },
  { value: "calls", label: "by their calls" },
  { value: "spend", label: "by their spend" },
  { value: "neyman", label: "by spend × what is unknown (Neyman)" },
];

const ALLOCATION_HINTS: Record<Allocation, string> = {
  equal: "Every cluster is known equally well.",
  calls: "The share of all calls is known best.",
  spend: "The share of all spend is known well; dear clusters get more.",
  neyman:
    "The share of all spend is known best: more where much is spent and the labels so far disagree; a cluster without labels counts as half and half.",
};

export type DrawFieldsProps = {
  fields: PlanFields;
  errors: Partial<Record<PlanField, string>>;
  onChange: (field: PlanField, value: string) => void;
};

/** One number, as it is typed. */
export function DrawNumber(
  props: DrawFieldsProps & { field: PlanField; label: string; hint: string },
) {
  const { field } = props;
  return (
    <Field label={props.label} hint={props.hint} error={props.errors[field]}>
      <Input
        inputMode="numeric"
        autoComplete="off"
        value={props.fields[field]}
        onChange={(event) => props.onChange(field, event.currentTarget.value)}
      />
    </Field>
  );
}

/** How many calls a draw takes, of which clusters, and by which numbers. */
export function DrawFields(props: DrawFieldsProps) {
  const { fields, onChange } = props;
  const allocation =
    ALLOCATION_WORDS.find(({ value }) => value === fields.allocation)?.value ?? "equal";
  return (
    <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2 lg:grid-cols-3">
      <Field label="Calls of each cluster" hint={ALLOCATION_HINTS[allocation]}>
        <Select<Allocation>
          options={ALLOCATION_WORDS}
          value={allocation}
          onChange={(value) => onChange("allocation", value)}
        />
      </Field>
      {allocation === "equal" ? (
        <DrawNumber {...props} field="n" label="Calls per cluster" hint="1 to 500" />
      ) : (
        <>
          <DrawNumber {...props} field="total" label="Calls in all" hint="1 to 10,000" />
          <DrawNumber {...props} field="least" label="At least per cluster" hint="1 to 500" />
        </>
      )}
      <DrawNumber
        {...props}
        field="k"
        label="At most per trace"
        hint="Calls of one run are alike; empty for no limit"
      />
      <Field label="Seed" hint="Any text; today’s date by default" error={props.errors.seed}>
        <Input
          autoComplete="off"
          value={fields.seed}
          onChange={(event) => onChange("seed", event.currentTarget.value)}
        />
      </Field>
      <Checkbox
        className="self-center"
        label="Near-duplicates as one"
        hint="Calls of a cluster that were asked alike are one item that stands for all of them"
        checked={fields.alike === "yes"}
        onChange={(yes) => onChange("alike", yes ? "yes" : "no")}
      />
    </div>
  );
}
