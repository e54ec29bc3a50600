import { AskFirst } from "./ask-first";
import { Button } from "@/components/ui/button";
import { Table, TableCell, TableHead } from "@/components/ui/table";
import { formatDateTime } from "@/lib/display/time";

export type InvitationEntry = {
  readonly id: string;
  readonly role: string;
  readonly note: string | null;
  readonly madeBy: string | null;
  readonly createdAt: string;
  readonly expiresAt: string;
};

/** The invitations that still let somebody in. Their links are known to nobody but who has them. */
export function InvitationTable(props: {
  invitations: readonly InvitationEntry[];
  onRevoke: (id: string) => Promise<string | null>;
}) {
  if (props.invitations.length === 0) return <p className="text-muted">No invitation is open.</p>;
  return (
    <section
      aria-label="Open invitations"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
      tabIndex={0}
      className="overflow-x-auto"
    >
      <Table>
        <thead>
          <tr>
            <TableHead className="pl-0">for</TableHead>
            <TableHead>as</TableHead>
            <TableHead>made by</TableHead>
            <TableHead>made</TableHead>
            <TableHead>ends</TableHead>
            <TableHead className="w-full" aria-label="deeds" />
          </tr>
        </thead>
        <tbody>
          {props.invitations.map((invitation) => (
            <tr key={invitation.id}>
              <TableCell className="max-w-64 truncate pl-0 font-medium">
                {invitation.note ?? "–"}
              </TableCell>
              <TableCell>{invitation.role}</TableCell>
              <TableCell className="max-w-48 truncate">{invitation.madeBy ?? "–"}</TableCell>
              <TableCell>{formatDateTime(invitation.createdAt)}</TableCell>
              <TableCell>{formatDateTime(invitation.expiresAt)}</TableCell>
              <TableCell>
                <AskFirst
                  title={`Revoke the invitation${invitation.note ? ` for “${invitation.note}”` : ""}?`}
                  description="Its link lets nobody in from now on. You can make another."
                  deed="Revoke it"
                  trigger={<Button size="sm">Revoke</Button>}
                  onDo={() => props.onRevoke(invitation.id)}
                />
              </TableCell>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
