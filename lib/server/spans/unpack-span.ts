import { z } from "zod";
import type { spans } from "@/db/schema";
import type { RowId } from "@/lib/ids";
import { readStoredSpan } from "@/lib/spans/fold-span";
import { MessagePiece, type SpanRecord } from "@/lib/spans/span";
import type { NodeBodies } from "./node-bodies";
import { withStandIns } from "./stand-in";

export type SpanRow = typeof spans.$inferSelect;

/** The bodies that stored spans name. */
export type Bodies = {
  nodes: NodeBodies;
  settings: ReadonlyMap<RowId, Record<string, unknown>>;
};

const StoredPiece = MessagePiece.omit({ message: true }).extend({ node: z.string() });
const StoredRecord = z.looseObject({ pieces: z.array(StoredPiece).optional() });

/** Whether its conversation came in pieces, which only together have a place in a conversation. */
export const isInPieces = (row: SpanRow): boolean => row.record.includes('"pieces"');

/** The nodes that a stored span names: ends of conversations, and pieces. */
export function namedNodes(row: SpanRow): RowId[] {
  const pieces = isInPieces(row) ? (parseStored(row.record).pieces ?? []) : [];
  const ends = [row.requestNodeId, row.responseNodeId].filter((id) => id !== null);
  return [...ends, ...pieces.map((piece) => piece.node)];
}

/** Puts a stored span back together; whole, it is the inverse of `packSpan`, else its conversation is named only. */
export function unpackSpan(row: SpanRow, { nodes, settings }: Bodies, whole: boolean): SpanRecord {
  const { pieces = [], ...narrow } = parseStored(row.record);
  // bodies are put in after reading: they were checked once, when their nodes were read
  const read = readStoredSpan(narrow);
  const span: SpanRecord = {
    ...read,
    pieces: pieces.map(({ node, ...piece }) => ({ ...piece, message: nodes.message(node) })),
    call: read.call && {
      ...read.call,
      settings: (row.settingsId && settings.get(row.settingsId)) || null,
    },
  };
  if (!whole) return withStandIns(span, row);
  return {
    ...span,
    call: span.call && {
      ...span.call,
      messages: row.requestNodeId === null ? null : nodes.path(row.requestNodeId),
      response: row.responseNodeId === null ? null : nodes.message(row.responseNodeId),
    },
  };
}

const parseStored = (record: string) => StoredRecord.parse(JSON.parse(record));
