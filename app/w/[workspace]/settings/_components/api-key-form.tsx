import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { KEY_SCOPES, SCOPE_WORDS } from "@/lib/workspaces/key-scope";

const SCOPES = KEY_SCOPES.map((value) => ({ value, label: SCOPE_WORDS[value] }));

/** Makes a key: named, so that people know later what would stop, and for no more than it needs. */
export function ApiKeyForm(props: {
  action: (form: FormData) => void;
  pending: boolean;
  problem: string | null;
}) {
  return (
    <form action={props.action} className="flex max-w-xl flex-col gap-3">
      {props.problem ? <Alert tone="error">{props.problem}</Alert> : null}
      <div className="flex flex-wrap items-end gap-2">
        <Field label="What is the key for?" name="name" className="min-w-40 flex-1">
          <Input required maxLength={60} placeholder="nightly export" autoComplete="off" />
        </Field>
        <Field label="It may" name="scope" className="w-48">
          <Select name="scope" defaultValue="both" options={SCOPES} />
        </Field>
        <Button type="submit" loading={props.pending}>
          Make a key
        </Button>
      </div>
    </form>
  );
}
