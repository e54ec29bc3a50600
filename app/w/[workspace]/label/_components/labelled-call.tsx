import { CallMeta } from "@/components/label/call-meta";
import { ConversationSkeleton } from "@/components/label/label-skeleton";
import { ConversationView } from "@/components/trace/conversation-view";
import { ErrorState } from "@/components/ui/error-state";
import type { ReactNode } from "react";
import type { LabelItem } from "@/lib/labelling/label-item";

/** Characters that stand open: the answer is in sight without scrolling. */
const SHOWN = { instruction: 200, input: 600 };

/** The call to judge; else why there is none: on its way, all done, or the server is silent. */
export function LabelledCall(props: {
  item: LabelItem | null;
  base: string;
  /** What stands here when all is done; null before. */
  done: ReactNode;
  problem: string | null;
  onRetry: () => void;
}) {
  const { item, base } = props;
  if (item) {
    return (
      <div className="flex max-w-4xl flex-col gap-5">
        <ConversationView
          key={item.itemId}
          conversation={item.conversation}
          error={item.error}
          shown={SHOWN}
          changed={item.changed}
          readWhole={(place) => readWhole(`${base}/calls/${item.callId}/messages/${place}`)}
        />
        <CallMeta item={item} base={base} />
      </div>
    );
  }
  if (props.done !== null) return props.done;
  if (props.problem !== null) {
    return (
      <ErrorState title="The next items cannot be fetched" onRetry={props.onRetry}>
        {props.problem} Your labels are kept in this browser and sent when it goes again.
      </ErrorState>
    );
  }
  return <ConversationSkeleton />;
}

async function readWhole(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error("This message could not be read. Try again.");
  return await response.text();
}
