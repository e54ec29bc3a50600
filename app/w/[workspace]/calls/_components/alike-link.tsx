import Link from "next/link";
import type { CallItem } from "@/lib/calls/call-item";
import { MOST_ALIKE } from "@/lib/calls/alike";
import { formatCountUpTo } from "@/lib/display/count";
import { DASH } from "@/lib/display/dash";

/** How many calls were asked alike, and the way to all of them; `×3` is how many this row folds. */
export function AlikeLink({ call }: { call: Pick<CallItem, "id" | "alike" | "folded"> }) {
  if (call.alike === null) return DASH;
  const text = formatCountUpTo(call.alike, MOST_ALIKE);
  return (
    <span className="flex items-center justify-end gap-1.5">
      {call.folded > 1 ? <span title="on this page">×{call.folded}</span> : null}
      {call.alike > 1 ? (
        <Link
          href={`?alike=${call.id}`}
          className="relative z-10 underline"
          title="Show the calls that were asked alike"
        >
          {text}
        </Link>
      ) : (
        text
      )}
    </span>
  );
}
