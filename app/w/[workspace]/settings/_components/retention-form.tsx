import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

/** For how many days traces are kept; empty keeps them. */
export function RetentionForm(props: {
  days: number | null;
  disabled: boolean;
  problem: string | null;
  saved: boolean;
  pending: boolean;
  action: (form: FormData) => void;
}) {
  return (
    <form action={props.action} className="flex max-w-xl flex-col gap-3">
      {props.problem ? <Alert tone="error">{props.problem}</Alert> : null}
      <Field
        label="Retention, days"
        name="days"
        optional
        hint="Calls, steps and receipts older than this are deleted each night, with their labels. Empty keeps everything."
      >
        <Input
          type="number"
          min={1}
          max={3650}
          step={1}
          defaultValue={props.days ?? ""}
          disabled={props.disabled}
        />
      </Field>
      {props.disabled ? null : (
        <div className="flex items-center gap-3">
          <Button type="submit" loading={props.pending}>
            Save retention
          </Button>
          <output className="text-muted">{props.saved && !props.pending ? "Saved" : ""}</output>
        </div>
      )}
    </form>
  );
}
