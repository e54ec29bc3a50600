import { canonicalJson } from "@/lib/calls/canonical";
import { foldSpan } from "@/lib/spans/fold-span";
import type { SpanRecord } from "@/lib/spans/span";

/** The spans of one trace by id, and how they hang together. */
export type TraceTree = {
  /** By start, then id. */
  spans: SpanRecord[];
  byId: ReadonlyMap<string, SpanRecord>;
  /** What was said of the trace as a whole. */
  run: SpanRecord | null;
  /** From the parent up to the root. An orphan is a root; a circle is cut. */
  ancestorsOf(spanId: string): readonly SpanRecord[];
};

/** Folds the records of each span, in an order that depends on the records alone. */
export function buildTree(records: readonly SpanRecord[]): TraceTree {
  const groups = new Map<string, SpanRecord[]>();
  for (const record of records) {
    const group = groups.get(record.spanId);
    if (group === undefined) groups.set(record.spanId, [record]);
    else group.push(record);
  }
  const byId = new Map([...groups].map(([id, group]) => [id, foldAll(group)]));
  const run = byId.get("") ?? null;
  byId.delete("");
  const spans = [...byId.values()].toSorted(byStart);
  return { spans, byId, run, ancestorsOf: rememberAncestors(byId) };
}

function foldAll(group: readonly SpanRecord[]): SpanRecord {
  const [only] = group;
  if (group.length === 1 && only !== undefined) return only;
  const named = new Map(group.map((record) => [canonicalJson(record), record]));
  const ordered = [...named].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, record]) => record);
  return ordered.reduce((a, b) => foldSpan(a, b).span);
}

/** Unix nanoseconds as text compare as numbers do when made equally long. */
export const timeKey = (nanos: string | null): string => (nanos ?? "").padStart(20, "0");

export function byStart(a: SpanRecord, b: SpanRecord): number {
  const [one, two] = [timeKey(a.startNs) + a.spanId, timeKey(b.startNs) + b.spanId];
  return one < two ? -1 : one > two ? 1 : 0;
}

function rememberAncestors(byId: ReadonlyMap<string, SpanRecord>) {
  const known = new Map<string, readonly SpanRecord[]>();
  return (spanId: string): readonly SpanRecord[] => {
    const remembered = known.get(spanId);
    if (remembered !== undefined) return remembered;
    const ancestors: SpanRecord[] = [];
    const seen = new Set([spanId]);
    let parent = byId.get(byId.get(spanId)?.parentSpanId ?? "");
    while (parent !== undefined && !seen.has(parent.spanId)) {
      seen.add(parent.spanId);
      ancestors.push(parent);
      parent = byId.get(parent.parentSpanId ?? "");
    }
    known.set(spanId, ancestors);
    return ancestors;
  };
}
