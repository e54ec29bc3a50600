import { Progress } from "@/components/ui/progress";
import type { DeletionEntry } from "@/lib/deletion/deletion-target";
import { formatCount, formatCounted } from "@/lib/display/count";
import { formatDateTime } from "@/lib/display/time";

const NAMES: Record<DeletionEntry["what"], string> = {
  trace: "A trace",
  import: "An import",
  older: "What is older",
  workspace: "The workspace",
};

const nameOf = ({ what, subject }: DeletionEntry): string =>
  what === "older" ? `What is older than ${formatDateTime(subject)}` : NAMES[what];

/** Deletions, the newest first: how far those under way are, and what the others took. */
export function DeletionList(props: { deletions: readonly DeletionEntry[] }) {
  return (
    <ul className="flex max-w-xl flex-col gap-3">
      {props.deletions.map((one) => (
        <li key={one.id}>
          {one.state === "done" ? (
            <p className="text-sm text-muted">
              {nameOf(one)}: {formatCounted(one.callsDone, "call")} deleted, asked for{" "}
              {formatDateTime(one.createdAt)}
            </p>
          ) : (
            <Progress
              label={nameOf(one)}
              value={one.callsTotal === 0 ? null : Math.min(1, one.callsDone / one.callsTotal)}
              text={progressText(one)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

function progressText({ state, callsDone, callsTotal }: DeletionEntry): string {
  if (state === "queued") return "Waiting for its turn";
  if (state === "failed") return "Broke off; it is tried again and goes on where it stopped";
  return `${formatCount(callsDone)} of ${formatCounted(callsTotal, "call")} deleted`;
}
