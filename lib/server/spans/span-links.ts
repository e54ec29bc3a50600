import type { KeyedDigest, RowId } from "@/lib/ids";
import type { SpanRecord } from "@/lib/spans/span";

/** A trace by its row and by its source's id. */
export type NamedTrace = { id: RowId; sourceTraceId: string };

/** The row id of a span, from the source's ids. */
export const spanRowId = (sourceTraceId: string, spanId: string, digest: KeyedDigest): RowId =>
  digest("span", sourceTraceId, spanId);

/** What connects a span with others of its trace. */
export type SpanLinks = { parentId: RowId | null; answerId: RowId | null };

/** The rows and digests by which a span is connected with others of its trace. */
export const linksOf = (
  sourceTraceId: string,
  { parentSpanId, responseId }: SpanRecord,
  digest: KeyedDigest,
): SpanLinks => ({
  parentId: parentSpanId === null ? null : spanRowId(sourceTraceId, parentSpanId, digest),
  answerId: responseId === null ? null : digest("answer", sourceTraceId, responseId),
});
