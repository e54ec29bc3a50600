import { Link } from "@/components/ui/link";
import type { CallItem } from "@/lib/calls/call-item";
import { MOST_ALIKE } from "@/lib/calls/alike";
import { formatCountUpTo } from "@/lib/display/count";
import { DASH } from "@/lib/display/dash";

/** How many calls of the workspace were asked alike, and the way to all of them. */
export function AlikeLink({ call }: { call: Pick<CallItem, "id" | "alike"> }) {
  if (call.alike === null) return DASH;
  const text = formatCountUpTo(call.alike, MOST_ALIKE);
  if (call.alike === 1) return text;
  return (
    <Link
      href={`?alike=${call.id}`}
      className="relative z-10 underline"
      title="Show the calls that were asked alike"
    >
      {text}
    </Link>
  );
}
