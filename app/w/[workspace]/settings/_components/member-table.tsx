import { Table, TableCell, TableHead } from "@/components/ui/table";
import { formatDate } from "@/lib/display/time";

export type MemberEntry = {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly since: string;
};

const MAY: Record<string, string> = {
  owner: "everything",
  admin: "import, draw, set, make keys, label",
  reviewer: "label",
  viewer: "read",
};

/** The people of a workspace and what they may do. */
export function MemberTable(props: { members: readonly MemberEntry[] }) {
  return (
    <section
      aria-label="Members"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
      tabIndex={0}
      className="overflow-x-auto"
    >
      <Table>
        <thead>
          <tr>
            <TableHead className="pl-0">name</TableHead>
            <TableHead>email</TableHead>
            <TableHead>role</TableHead>
            <TableHead>may</TableHead>
            <TableHead className="w-full">since</TableHead>
          </tr>
        </thead>
        <tbody>
          {props.members.map((member) => (
            <tr key={member.userId}>
              <TableCell className="max-w-48 truncate pl-0 font-medium">{member.name}</TableCell>
              <TableCell>{member.email}</TableCell>
              <TableCell>{member.role}</TableCell>
              <TableCell className="text-muted">{MAY[member.role] ?? "–"}</TableCell>
              <TableCell>{formatDate(member.since)}</TableCell>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
