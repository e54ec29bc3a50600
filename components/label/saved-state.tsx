import { CircleAlert } from "lucide-react";
import { RefusedLabels } from "@/components/label/refused-labels";
import { SignInAgain } from "@/components/shell/sign-in-again";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/class-names";
import { Popover } from "@/components/ui/popover";
import { formatCount, formatCounted } from "@/lib/display/count";
import type { OutboxEntry } from "@/lib/labelling/outbox";

/** After so many failed tries in a row the reason is worth words. */
const LASTING_FAILURES = 2;

type Props = Parameters<typeof SavedState>[0];

/** Why labels wait, when that is worth words. */
function whyWaiting({ storageFailed, signedOut, failures, problem }: Props): string | null {
  if (storageFailed) return "Keep this page open: the browser does not let Assay keep labels.";
  if (signedOut) return problem;
  if (failures < LASTING_FAILURES) return null;
  return `${problem ?? ""} Kept in this browser, and sent as soon as it goes.`;
}

/** Whether the labels are on the server: a quiet dot, with words only when there is something to know. */
export function SavedState(props: {
  waiting: number;
  failures: number;
  problem: string | null;
  /** Nothing can be sent before the person has signed in again. */
  signedOut: boolean;
  /** The browser keeps nothing: what is not sent is lost when the page closes. */
  storageFailed: boolean;
  refused: readonly OutboxEntry[];
  onSettle: (entry: OutboxEntry, again: boolean) => void;
  onShow: (itemId: string) => void;
}) {
  const { waiting, refused } = props;
  if (refused.length > 0) {
    return (
      <Popover
        title="Labels that were not taken"
        align="end"
        className="w-96"
        trigger={
          <Button size="sm" variant="secondary">
            <CircleAlert aria-hidden className="size-4" />
            {formatCounted(refused.length, "label")} not taken
          </Button>
        }
      >
        <RefusedLabels entries={refused} onSettle={props.onSettle} onShow={props.onShow} />
      </Popover>
    );
  }
  const text = waiting === 0 ? "Saved" : `${formatCount(waiting)} not saved yet`;
  const why = whyWaiting(props);
  return (
    <output className="flex min-w-28 items-center justify-end gap-2 text-xs text-muted">
      {why === null || waiting === 0 ? null : (
        <span title={why} className="hidden max-w-56 truncate md:block">
          {why}
        </span>
      )}
      {props.signedOut && waiting > 0 ? <SignInAgain /> : null}
      <span className="flex shrink-0 items-center gap-1.5 whitespace-nowrap">
        <span
          aria-hidden
          className={cn(
            "size-2 rounded-full border",
            waiting === 0 ? "border-line-strong bg-line-strong" : "border-ink",
          )}
        />
        {text}
      </span>
    </output>
  );
}
