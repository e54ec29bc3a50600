import { DrawNumber, type DrawFieldsProps } from "@/components/label/draw-fields";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { ForeignText } from "@/components/ui/foreign-text";
import { Select } from "@/components/ui/select";
import { listOf } from "@/lib/labelling/plan-fields";

const SLOTS = [
  { value: "1", label: "one person" },
  { value: "2", label: "two people" },
  { value: "3", label: "three people" },
];

/** How many people label an item, and who. */
export function DrawRaterFields(
  props: DrawFieldsProps & { labellers: readonly { userId: string; name: string }[] },
) {
  const { fields, labellers, onChange } = props;
  const kept = listOf(fields.keep);
  const asked = Number(fields.slots) + (Number(fields.second) > 0 ? 1 : 0);
  const toggle = (userId: string, keep: boolean) => {
    const others = kept.filter((id) => id !== userId);
    onChange("keep", (keep ? [...others, userId] : others).join(","));
  };
  return (
    <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2 lg:grid-cols-3">
      <Field label="Each call is labelled by" error={props.errors.slots}>
        <Select<string>
          options={SLOTS}
          value={fields.slots}
          onChange={(value) => onChange("slots", value)}
        />
      </Field>
      <DrawNumber
        {...props}
        field="second"
        label="And by one more on, %"
        hint="Of the calls, by their random numbers: shows how far people agree"
      />
      <fieldset className="flex min-w-0 flex-col gap-1">
        <legend className="pb-1 text-sm font-medium">Kept for</legend>
        {labellers.map(({ userId, name }) => (
          <Checkbox
            key={userId}
            label={<ForeignText text={name} className="max-w-56" />}
            checked={kept.includes(userId)}
            onChange={(keep) => toggle(userId, keep)}
          />
        ))}
        <p className="text-xs text-muted">
          {kept.length === 0
            ? "Nobody chosen: open to all who may label."
            : kept.length < asked
              ? "Fewer people than labels of a call: the rest are open to all."
              : "Dealt in turn, never two labels of one call to the same person."}
        </p>
      </fieldset>
    </div>
  );
}
