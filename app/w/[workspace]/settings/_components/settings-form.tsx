import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { CandidateChoice } from "@/lib/overview/candidates";

export type SettingsValues = {
  readonly name: string;
  readonly bar: number;
  readonly minLabels: number;
  readonly threshold: number;
  readonly candidate: string | null;
};

/** What a workspace has set: its name, and what decisions stand on. */
export function SettingsForm(props: {
  values: SettingsValues;
  defaultCandidate: string;
  candidates: readonly CandidateChoice[];
  disabled: boolean;
  problem: string | null;
  saved: boolean;
  pending: boolean;
  action: (form: FormData) => void;
}) {
  const { values, disabled } = props;
  return (
    <form action={props.action} className="flex flex-col gap-4">
      {props.problem ? <Alert tone="error">{props.problem}</Alert> : null}
      <Field label="Name" name="name" hint="The address stays as it is.">
        <Input required maxLength={60} defaultValue={values.name} disabled={disabled} />
      </Field>
      <div className="grid gap-4 sm:grid-cols-3">
        <Field
          label="Bar, %"
          name="bar"
          hint="A route key goes to the candidate when the lower end of its share reaches this."
        >
          <Input
            type="number"
            required
            min={0}
            max={100}
            step="any"
            defaultValue={Number((values.bar * 100).toFixed(6))}
            disabled={disabled}
          />
        </Field>
        <Field label="Least labels" name="minLabels" hint="Fewer decide nothing.">
          <Input
            type="number"
            required
            min={1}
            max={10_000}
            step={1}
            defaultValue={values.minLabels}
            disabled={disabled}
          />
        </Field>
        <Field
          label="Confidence threshold"
          name="threshold"
          hint="Written beside a route. No replay has calibrated it."
        >
          <Input
            type="number"
            required
            min={0.0001}
            max={1}
            step="any"
            defaultValue={values.threshold}
            disabled={disabled}
          />
        </Field>
      </div>
      <Field
        label="Candidate"
        name="candidate"
        hint="The small model that decisions and the routes file assume. Prices are USD per million tokens."
      >
        <Select
          name="candidate"
          defaultValue={values.candidate ?? "default"}
          disabled={disabled}
          options={[
            { value: "default", label: `The catalogue’s default (${props.defaultCandidate})` },
            ...props.candidates,
          ]}
        />
      </Field>
      {disabled ? null : (
        <div className="flex items-center gap-3">
          <Button type="submit" variant="primary" loading={props.pending}>
            Save settings
          </Button>
          <output className="text-muted">{props.saved && !props.pending ? "Saved" : ""}</output>
        </div>
      )}
    </form>
  );
}
