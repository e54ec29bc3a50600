import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { formatCounted } from "@/lib/display/count";
import { DEFAULT_DAYS, INVITATION_DAYS } from "@/lib/workspaces/invitation";
import type { Role } from "@/lib/workspaces/role";

const DAYS = INVITATION_DAYS.map((days) => ({
  value: String(days),
  label: formatCounted(days, "day"),
}));

/** Makes a link that lets one person in. */
export function InviteForm(props: {
  /** The roles that this person may give. */
  roles: readonly Role[];
  action: (form: FormData) => void;
  pending: boolean;
  problem: string | null;
}) {
  return (
    <form action={props.action} className="flex max-w-2xl flex-col gap-3">
      {props.problem ? <Alert tone="error">{props.problem}</Alert> : null}
      <div className="flex flex-wrap items-end gap-2">
        <Field label="Whom is it for?" name="note" optional className="min-w-40 flex-1">
          <Input maxLength={100} placeholder="Nell, of support" autoComplete="off" />
        </Field>
        <Field label="As" name="role" className="w-32">
          <Select
            name="role"
            defaultValue="reviewer"
            options={props.roles.map((role) => ({ value: role, label: role }))}
          />
        </Field>
        <Field label="Good for" name="days" className="w-28">
          <Select name="days" defaultValue={String(DEFAULT_DAYS)} options={DAYS} />
        </Field>
        <Button type="submit" loading={props.pending}>
          Make an invitation
        </Button>
      </div>
    </form>
  );
}
