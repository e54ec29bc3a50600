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
    const redacted = isRedacted;
    trace.spans.set(span.spanId, { row: null, span, whole: true, dirty: true, redacted, touches });
    return;
  }
  const folded = foldSpan(held.span, span);
  if (item !== null) held.touches.push({ item, changed: folded.changed });
  if (folded.changed === "nothing") return;
  held.span = folded.span;
  held.redacted ||= isRedacted;
  held.dirty = true;
}
