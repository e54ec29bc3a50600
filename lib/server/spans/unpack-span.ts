import { z } from "zod";
import type { spans } from "@/db/schema";
import type { RowId } from "@/lib/ids";
import { readStoredSpan } from "@/lib/spans/fold-span";
import { MessagePiece, type SpanRecord } from "@/lib/spans/span";
import type { NodeBodies } from "./node-bodies";
import { withStandIns } from "./stand-in";

/** A stored span, without the pieces of its conversation. */
export type SpanRow = Omit<typeof spans.$inferSelect, "pieces"> & { inPieces: boolean };

/** The bodies that stored spans name. */
export type Bodies = {
  nodes: NodeBodies;
  settings: ReadonlyMap<RowId, Record<string, unknown>>;
};

const StoredPiece = MessagePiece.omit({ message: true }).extend({ node: z.string() });
/** The ends of what the span itself states, and what came in pieces. */
const StoredPieces = z.object({
  request: z.string().nullable(),
  response: z.string().nullable(),
  list: z.array(StoredPiece),
});
export type StoredPieces = z.infer<typeof StoredPieces>;

/** What a span states of its conversation, by nodes. `stored` are its pieces, if it came in pieces. */
export function statedBy(row: SpanRow, stored: string | undefined): StoredPieces {
  if (stored !== undefined) return StoredPieces.parse(JSON.parse(stored));
  return { request: row.requestNodeId, response: row.responseNodeId, list: [] };
}

/** The nodes that are named so: ends of conversations, and pieces. */
export function namedNodes({ request, response, list }: StoredPieces): RowId[] {
  const ends = [request, response].filter((id) => id !== null);
  return [...ends, ...list.map((piece) => piece.node)];
}

/**
 * Puts a stored span back together: with what it states it is the inverse of `packSpan`; without,
 * its conversation is named only, the one put together from pieces too.
 */
export function unpackSpan(
  row: SpanRow,
  { nodes, settings }: Bodies,
  stated: StoredPieces | null,
): SpanRecord {
  // bodies are put in after reading: they were checked once, when their nodes were read
  const read = readStoredSpan(JSON.parse(row.record));
  const span: SpanRecord = {
    ...read,
    call: read.call && {
      ...read.call,
      settings: (row.settingsId && settings.get(row.settingsId)) || null,
    },
  };
  if (stated === null) return withStandIns(span, row);
  const { request, response, list } = stated;
  return {
    ...span,
    pieces: list.map(({ node, ...piece }) => ({ ...piece, message: nodes.message(node) })),
    call: span.call && {
      ...span.call,
      messages: request === null ? null : nodes.path(request),
      response: response === null ? null : nodes.message(response),
    },
  };
}
