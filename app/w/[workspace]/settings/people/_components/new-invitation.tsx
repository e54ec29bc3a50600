import { Alert } from "@/components/ui/alert";
import { CommandLine } from "@/components/ui/command-line";
import { formatDateTime } from "@/lib/display/time";

/** A new invitation, the only time that its link can be read. */
export function NewInvitation(props: {
  role: string;
  note: string | null;
  expiresAt: string;
  link: string;
}) {
  const whom = props.note === null ? `one ${props.role}` : `“${props.note}” as ${props.role}`;
  return (
    <Alert tone="warn" title="Copy the link now: it is not shown again">
      <div className="flex flex-col gap-2 pt-1">
        <CommandLine command={props.link} label="Invitation link" />
        <p>
          It is for {whom}, works once, and ends {formatDateTime(props.expiresAt)}. Send it to
          nobody else.
        </p>
      </div>
    </Alert>
  );
}
