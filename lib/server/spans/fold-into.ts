import { foldSpan } from "@/lib/spans/fold-span";
import type { SpanRecord } from "@/lib/spans/span";
import type { HeldTrace } from "./held-trace";

/** Folds a record into its trace; `item` is its place in the batch, null for one that had waited. */
export function foldInto(trace: HeldTrace, span: SpanRecord, item: number | null): void {
  const held = trace.spans.get(span.spanId);
  if (!held) {
    const touches = item === null ? [] : [{ item, changed: "new" as const }];
    trace.spans.set(span.spanId, { row: null, span, dirty: true, touches });
    return;
  }
  const folded = foldSpan(held.span, span);
  if (item !== null) held.touches.push({ item, changed: folded.changed });
  if (folded.changed === "nothing") return;
  held.span = folded.span;
  held.dirty = true;
}
