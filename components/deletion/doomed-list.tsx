import { Skeleton } from "@/components/ui/skeleton";
import type { DoomedCounts } from "@/lib/deletion/deletion-scope";
import { formatCounted } from "@/lib/display/count";

/** What a deletion takes with it; null while it is being counted. */
export function DoomedList(props: { counts: DoomedCounts | null; emptied: string }) {
  if (props.counts === null) return <Skeleton className="h-24" />;
  const { calls, traces, labels, drawItems } = props.counts;
  return (
    <ul className="flex list-disc flex-col gap-1 pl-5 text-sm tabular-nums">
      <li>{formatCounted(calls, "call")}, with their messages and what they add to every total</li>
      <li>
        {formatCounted(traces, "trace")} {props.emptied}
      </li>
      <li>
        {formatCounted(drawItems, "drawn item")} and {formatCounted(labels, "label")}
      </li>
    </ul>
  );
}
