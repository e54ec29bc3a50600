import { Button } from "@/components/ui/button";
import { VerdictBadge } from "@/components/ui/verdict-badge";
import type { OutboxEntry } from "@/lib/labelling/outbox";

/** Labels that the server did not take, each with the reason and the two ways on. */
export function RefusedLabels(props: {
  entries: readonly OutboxEntry[];
  onSettle: (entry: OutboxEntry, again: boolean) => void;
  onShow: (itemId: string) => void;
}) {
  return (
    <ul className="flex flex-col gap-3">
      {props.entries.map((entry) => (
        <li key={entry.row.id} className="flex flex-col gap-1.5">
          <p className="flex flex-wrap items-center gap-1.5">
            You said{" "}
            {entry.row.verdict === null ? "undo." : <VerdictBadge verdict={entry.row.verdict} />}
          </p>
          {entry.refusal?.current ? (
            <p className="flex flex-wrap items-center gap-1.5">
              What stands is <VerdictBadge verdict={entry.refusal.current.verdict} />
            </p>
          ) : null}
          <p className="text-muted">{entry.refusal?.reason}</p>
          <div className="flex gap-2">
            <Button size="sm" onClick={() => props.onSettle(entry, true)}>
              Say it again
            </Button>
            <Button size="sm" variant="ghost" onClick={() => props.onSettle(entry, false)}>
              Let it go
            </Button>
            <Button size="sm" variant="ghost" onClick={() => props.onShow(entry.row.itemId)}>
              Show the item
            </Button>
          </div>
        </li>
      ))}
    </ul>
  );
}
