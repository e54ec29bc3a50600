import type { nodes, requestSettings } from "@/db/schema";
import { canonicalJson } from "@/lib/calls/canonical";
import { conversationNodes } from "@/lib/calls/conversation";
import type { KeyedDigest, RowId, WorkspaceId } from "@/lib/ids";
import { contentOf } from "@/lib/spans/content-of";
import { compactSpan } from "@/lib/spans/fold-span";
import { linksOf, type NamedTrace, type SpanLinks } from "./span-links";
import type { StoredPieces } from "./unpack-span";
import { emptyFacts, type MessagePiece, type SpanRecord } from "@/lib/spans/span";

/** A span as it is stored: a narrow record, and the bodies that it names. */
export type PackedSpan = SpanLinks & {
  record: string;
  /** Null when its conversation came whole. */
  pieces: string | null;
  requestNodeId: RowId | null;
  responseNodeId: RowId | null;
  settingsId: RowId | null;
  nodes: (typeof nodes.$inferInsert)[];
  settings: (typeof requestSettings.$inferInsert)[];
};

/**
 * Takes the messages and settings out of a span, so that a full-prefix trace stores each once.
 *
 * @param seen nodes that are given out already; those of this span are added to it
 */
export function packSpan(
  workspaceId: WorkspaceId,
  { id: traceId, sourceTraceId }: NamedTrace,
  span: SpanRecord,
  digest: KeyedDigest,
  seen: Set<RowId> = new Set(),
): PackedSpan {
  const { messages, response, settings, ...facts } = span.call ?? emptyFacts();
  const content = contentOf(span);
  const conversation = conversationNodes(content.messages, content.response, traceId, digest);
  const { requestId, responseId } = conversation;
  const pieces = span.pieces.map((piece) => packPiece(piece, traceId, digest));
  const narrow = {
    ...span,
    pieces: [],
    call: span.call && { ...facts, messages: null, response: null, settings: null },
  };
  const own: StoredPieces = {
    request: messages === null ? null : requestId,
    response: response === null ? null : responseId,
    list: pieces.map(stored),
  };
  const body = settings && canonicalJson(settings);
  const settingsId = body && digest("settings", body);
  const place = { workspaceId, scopeId: traceId };
  const all = [...conversation.nodes, ...pieces.map((piece) => piece.node)];
  const fresh = all.filter(({ id }) => !seen.has(id));
  for (const { id } of fresh) seen.add(id);
  return {
    record: JSON.stringify(compactSpan(narrow)),
    pieces: pieces.length === 0 ? null : JSON.stringify(own),
    requestNodeId: requestId,
    responseNodeId: responseId,
    settingsId,
    ...linksOf(sourceTraceId, span, digest),
    nodes: fresh.map(({ message, ...node }) => ({
      ...place,
      ...node,
      body: JSON.stringify(message),
    })),
    settings: body && settingsId ? [{ workspaceId, id: settingsId, body }] : [],
  };
}

/** Its message lies in `nodes`, outside any conversation until its place is known. */
function packPiece({ message, ...piece }: MessagePiece, traceId: RowId, digest: KeyedDigest) {
  const id = digest("piece", traceId, canonicalJson(message));
  return { ...piece, node: { id, parentId: null, depth: 0, message } };
}

const stored = ({ node, ...piece }: ReturnType<typeof packPiece>) => ({
  ...piece,
  node: node.id,
});
