import { z } from "zod";
import type { Message } from "@/lib/calls/call";
import type { spans } from "@/db/schema";
import type { RowId } from "@/lib/ids";
import { readStoredSpan } from "@/lib/spans/fold-span";
import { MessagePiece, type SpanRecord } from "@/lib/spans/span";

export type SpanRow = typeof spans.$inferSelect;

/** The bodies that stored spans name, by id. */
export type Bodies = {
  nodes: ReadonlyMap<RowId, { parentId: RowId | null; message: Message }>;
  settings: ReadonlyMap<RowId, Record<string, unknown>>;
};

const StoredPiece = MessagePiece.omit({ message: true }).extend({ node: z.string() });
const StoredRecord = z.looseObject({ pieces: z.array(StoredPiece).optional() });

/** The nodes that a stored span names: ends of conversations, and pieces. */
export function namedNodes(row: SpanRow): RowId[] {
  const pieces = row.record.includes('"pieces"') ? (parseStored(row.record).pieces ?? []) : [];
  const ends = [row.requestNodeId, row.responseNodeId].filter((id) => id !== null);
  return [...ends, ...pieces.map((piece) => piece.node)];
}

/** Puts a stored span back together; the inverse of `packSpan`. */
export function unpackSpan(row: SpanRow, bodies: Bodies): SpanRecord {
  const { pieces = [], ...narrow } = parseStored(row.record);
  // bodies are put in after reading: they were checked once, when their nodes were read
  const span = readStoredSpan(narrow);
  return {
    ...span,
    pieces: pieces.map(({ node, ...piece }) => ({ ...piece, message: messageOf(node, bodies) })),
    call: span.call && {
      ...span.call,
      messages: row.requestNodeId === null ? null : pathTo(row.requestNodeId, bodies),
      response: row.responseNodeId === null ? null : messageOf(row.responseNodeId, bodies),
      settings: (row.settingsId && bodies.settings.get(row.settingsId)) || null,
    },
  };
}

const parseStored = (record: string) => StoredRecord.parse(JSON.parse(record));

function messageOf(id: RowId, bodies: Bodies): Message {
  const node = bodies.nodes.get(id);
  if (!node) throw new Error(`message ${id} has gone`);
  return node.message;
}

function pathTo(id: RowId, bodies: Bodies): Message[] {
  const path: Message[] = [];
  for (let at: RowId | null = id; at !== null; at = bodies.nodes.get(at)?.parentId ?? null) {
    path.push(messageOf(at, bodies));
  }
  return path.toReversed();
}
