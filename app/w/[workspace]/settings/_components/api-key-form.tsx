import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

/** Makes a key: it needs a name, so that people know later what would stop. */
export function ApiKeyForm(props: {
  action: (form: FormData) => void;
  pending: boolean;
  problem: string | null;
}) {
  return (
    <form action={props.action} className="flex max-w-xl flex-col gap-3">
      {props.problem ? <Alert tone="error">{props.problem}</Alert> : null}
      <div className="flex items-end gap-2">
        <Field label="What is the key for?" name="name" className="min-w-0 flex-1">
          <Input required maxLength={60} placeholder="nightly export" autoComplete="off" />
        </Field>
        <Button type="submit" loading={props.pending}>
          Make a key
        </Button>
      </div>
    </form>
  );
}
