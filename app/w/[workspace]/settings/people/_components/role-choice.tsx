import { useTransition } from "react";
import { Select } from "@/components/ui/select";
import { type Role, rolesToGive } from "@/lib/workspaces/role";

/** A member's role, to change at once. */
export function RoleChoice(props: {
  person: { readonly name: string; readonly role: Role };
  /** The role of who changes it. */
  own: Role;
  onChange: (role: Role) => Promise<void>;
}) {
  const { person, own } = props;
  const [pending, start] = useTransition();
  return (
    <Select
      size="sm"
      className="w-28"
      label={`Role of ${person.name}`}
      value={person.role}
      disabled={pending}
      options={rolesToGive(own).map((role) => ({ value: role, label: role }))}
      onChange={(role) => start(() => props.onChange(role))}
    />
  );
}
