import { Badge } from "@/components/ui/badge";
import { Table, TableCell, TableHead, TableNumber } from "@/components/ui/table";
import { formatCount } from "@/lib/display/count";
import { formatDate } from "@/lib/display/time";
import { mayGive, type Role } from "@/lib/workspaces/role";
import { PersonDeeds } from "./person-deeds";
import { RoleChoice } from "./role-choice";

export type PersonEntry = {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly since: string;
  readonly labels: number;
  readonly lastLabelDay: string | null;
};

/** The people of a workspace, what they may do, and how much each has labelled. */
export function PeopleTable(props: {
  people: readonly PersonEntry[];
  self: { readonly userId: string; readonly role: Role };
  onChangeRole: (person: PersonEntry, role: Role) => Promise<void>;
  onRemove: (person: PersonEntry) => Promise<string | null>;
  onLeave: () => Promise<string | null>;
}) {
  const { people, self } = props;
  const owners = people.filter(({ role }) => role === "owner").length;
  return (
    <section
      aria-label="Table of members"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
      tabIndex={0}
      className="overflow-x-auto"
    >
      <Table>
        <thead>
          <tr>
            <TableHead className="pl-0">name</TableHead>
            <TableHead>role</TableHead>
            <TableHead>since</TableHead>
            <TableHead className="text-right">labels</TableHead>
            <TableHead>last label</TableHead>
            <TableHead>email</TableHead>
            <TableHead className="w-full" aria-label="deeds" />
          </tr>
        </thead>
        <tbody>
          {people.map((person) => {
            const isSelf = person.userId === self.userId;
            const isLastOwner = person.role === "owner" && owners === 1;
            return (
              <tr key={person.userId}>
                <TableCell className="pl-0 font-medium">
                  <span className="flex max-w-48 items-center gap-1.5">
                    <span className="truncate">{person.name}</span>
                    {isSelf ? <Badge tone="outline">you</Badge> : null}
                  </span>
                </TableCell>
                <TableCell>
                  {mayGive(self.role, person.role) && !isLastOwner ? (
                    <RoleChoice
                      person={person}
                      own={self.role}
                      onChange={(role) => props.onChangeRole(person, role)}
                    />
                  ) : (
                    person.role
                  )}
                </TableCell>
                <TableCell>{formatDate(person.since)}</TableCell>
                <TableNumber>{formatCount(person.labels)}</TableNumber>
                <TableCell>{person.lastLabelDay ?? "–"}</TableCell>
                <TableCell className="max-w-64 truncate">{person.email}</TableCell>
                <TableCell>
                  <PersonDeeds
                    name={person.name}
                    isSelf={isSelf}
                    isLastOwner={isLastOwner}
                    mayRemove={mayGive(self.role, person.role)}
                    onRemove={() => props.onRemove(person)}
                    onLeave={props.onLeave}
                  />
                </TableCell>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </section>
  );
}
