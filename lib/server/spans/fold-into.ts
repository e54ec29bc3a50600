import { sameJson } from "@/lib/calls/canonical";
import { foldSpan } from "@/lib/spans/fold-span";
import type { HeldTrace } from "./held-trace";
import type { SpanItem } from "./span-batch";

/** Folds a record into its trace; `item` is its place in the batch, null for one that had waited. */
export function foldInto(
  trace: HeldTrace,
  { span, redactions }: Pick<SpanItem, "span" | "redactions">,
  item: number | null,
): void {
  const held = trace.spans.get(span.spanId);
  const isRedacted = Object.keys(redactions).length > 0;
  if (!held) {
    const touches = item === null ? [] : [{ item, changed: "new" as const }];
    const fresh = { row: null, before: null, packed: null, whole: true, dirty: true };
    trace.spans.set(span.spanId, { ...fresh, span, redacted: isRedacted, touches });
    return;
  }
  const folded = foldSpan(held.span, span);
  if (item !== null) held.touches.push({ item, changed: folded.changed });
  // when the same was last said decides what an older record may still change
  const isStamped = !sameJson(folded.span.stamps, held.span.stamps);
  if (folded.changed === "nothing" && !isStamped) return;
  held.span = folded.span;
  held.redacted ||= isRedacted;
  held.dirty = true;
}
