import type { SpanRecord, SpanRole } from "@/lib/spans/span";
import { joinTwins, type CallGroup } from "./call-twins";
import { byStart, type TraceTree } from "./trace-tree";

/** A call below one of these is not the call above it. */
const BARRIERS: ReadonlySet<SpanRole | null> = new Set<SpanRole>([
  "tool",
  "agent",
  "retrieval",
  "embedding",
]);

/**
 * One group per real call. An LLM span around exactly one other (at most one of them successful) is
 * a second view of it: the inner is the call. One around several only sums them up and is no call.
 * Two with one answer id, or of two instrumentations with the same content at the same time, are
 * one.
 */
export function groupCalls(tree: TraceTree): CallGroup[] {
  const calls = tree.spans.filter(({ role }) => role === "llm");
  const innerOf = new Map<string, SpanRecord[]>();
  for (const call of calls) {
    const outer = outerOf(call, tree);
    if (outer !== null) innerOf.set(outer.spanId, [...(innerOf.get(outer.spanId) ?? []), call]);
  }
  const views = new Map<string, SpanRecord[]>();
  // Inner ones first: what an outer span's call is, is then known.
  const depth = (span: SpanRecord) => tree.ancestorsOf(span.spanId).length;
  const homes = new Map<string, string>();
  for (const call of calls.toSorted((a, b) => depth(b) - depth(a) || byStart(a, b))) {
    const inner = innerOf.get(call.spanId) ?? [];
    const real = inner.length === 0 ? call : onlyReal(inner);
    if (real === null) continue;
    const home = real === call ? call.spanId : homes.get(real.spanId);
    if (home === undefined) continue;
    homes.set(call.spanId, home);
    views.set(home, [...(views.get(home) ?? []), call]);
  }
  const groups = [...views.values()].flatMap(([own, ...rest]): CallGroup[] =>
    own === undefined ? [] : [[own, ...rest]],
  );
  return joinTwins(groups.toSorted(([a], [b]) => byStart(a, b)));
}

function outerOf(call: SpanRecord, tree: TraceTree): SpanRecord | null {
  for (const ancestor of tree.ancestorsOf(call.spanId)) {
    if (ancestor.role === "llm") return ancestor;
    if (BARRIERS.has(ancestor.role)) return null;
  }
  return null;
}

function onlyReal(inner: readonly SpanRecord[]): SpanRecord | null {
  const successful = inner.filter(({ error }) => error === null);
  const real = inner.length === 1 ? inner : successful;
  return real.length === 1 ? (real[0] ?? null) : null;
}
