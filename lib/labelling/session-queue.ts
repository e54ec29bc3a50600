import type { RowId } from "@/lib/ids";
import { extendLine } from "./label-line";
import type { LabelRow, OwnLabel } from "./label-row";
import {
  draftOf,
  type Entry,
  nextOpen,
  type Session,
  type SessionItem,
  type UndoStep,
} from "./session";

/** An item as the server sends it, with our own label of it if there is one. */
export type QueueItem<Item extends SessionItem> = {
  item: Item;
  own: OwnLabel | null;
  /** What we said of it before, oldest first, where that is known. */
  past?: readonly OwnLabel[];
};

/** A label that has not been acknowledged yet, with the draw that it belongs to. */
export type PendingLabel = { drawId: RowId; row: LabelRow };

/** When fewer open items than this are ahead, more are fetched. */
export const REFILL_BELOW = 10;
/** So many are fetched at once. */
export const FETCHED_ITEMS = 12;

/** Begins a sitting: what was labelled last, oldest first, then the open items in their order. */
export function openSession<Item extends SessionItem>(given: {
  drawId: RowId;
  history: readonly QueueItem<Item>[];
  queue: readonly QueueItem<Item>[];
  atEnd: boolean;
  total: number;
  labelled: number;
  pace: readonly number[];
  pending: readonly PendingLabel[];
  now: number;
}): Session<Item> {
  const { history, queue, atEnd, pending, now } = given;
  const here = pending.filter((label) => label.drawId === given.drawId);
  const entries = [...history, ...queue].map((item) => toEntry(item, here));
  const undo = [...history, ...queue].flatMap((item) => stepsBack(item, here));
  return {
    entries,
    cursor: nextOpen(entries, 0, atEnd),
    undo,
    atEnd,
    total: given.total,
    labelledBefore: given.labelled,
    labelledElsewhere: labelledOutside(entries, here),
    shownAt: now,
    pace: given.pace,
  };
}

/** Takes more items in; those that are here already are left as they are. */
export function receiveItems<Item extends SessionItem>(
  session: Session<Item>,
  given: {
    queue: readonly QueueItem<Item>[];
    atEnd: boolean;
    pending: readonly PendingLabel[];
    now: number;
  },
): Session<Item> {
  const here = new Set(session.entries.map((entry) => entry.item.itemId));
  const added = given.queue
    .filter(({ item }) => !here.has(item.itemId))
    .map((item) => toEntry(item, given.pending));
  const entries = [...session.entries, ...added];
  const arrived = new Set(added.map((entry) => entry.item.itemId));
  const isWaiting = session.cursor === session.entries.length;
  return {
    ...session,
    entries,
    atEnd: given.atEnd,
    labelledElsewhere: session.labelledElsewhere.filter((itemId) => !arrived.has(itemId)),
    cursor: isWaiting ? nextOpen(entries, session.cursor, given.atEnd) : session.cursor,
    shownAt: isWaiting ? given.now : session.shownAt,
  };
}

/** Whether more items should be fetched, and from which position on; null when not. */
export function refillFrom(session: Session): number | null {
  if (session.atEnd) return null;
  const ahead = session.entries.slice(session.cursor + 1).filter((entry) => entry.own === null);
  if (ahead.length >= REFILL_BELOW) return null;
  const known = session.entries.filter((entry) => !entry.wasLabelled);
  return Math.max(0, ...known.map((entry) => entry.item.position));
}

export type SessionProgress = { done: number; total: number; open: number };

/** How far we are through the draw, counting what waits to be sent. */
export function progressOf(session: Session): SessionProgress {
  const changed = session.entries.reduce(
    (sum, { own, wasLabelled }) => sum + Number(own !== null) - Number(wasLabelled),
    0,
  );
  const given = session.labelledBefore + session.labelledElsewhere.length + changed;
  const done = Math.min(session.total, Math.max(0, given));
  return { done, total: session.total, open: session.total - done };
}

/** Whether every item that we know of is labelled and the queue has no more. */
export const isDone = (session: Session): boolean =>
  session.atEnd && session.entries.every((entry) => entry.own !== null);

/** An item with its label as the unsent rows leave it. */
function toEntry<Item extends SessionItem>(
  { item, own }: QueueItem<Item>,
  pending: readonly PendingLabel[],
): Entry<Item> {
  const now = lineOf({ item, own }, pending).at(-1) ?? null;
  return { item, own: now, wasLabelled: own !== null, draft: draftOf(now) };
}

/** What we said of an item, oldest first, unsent rows behind what the server knows. */
function lineOf(
  { item, own, past = [] }: QueueItem<SessionItem>,
  pending: readonly PendingLabel[],
): readonly OwnLabel[] {
  const rows = pending.map(({ row }) => row).filter((row) => row.itemId === item.itemId);
  // an answer that was lost: the server has these rows already, up to the one that stands
  const known = rows.findIndex((row) => row.id === own?.id);
  return extendLine(own === null ? [] : [...past, own], rows.slice(known + 1));
}

function stepsBack(given: QueueItem<SessionItem>, pending: readonly PendingLabel[]): UndoStep[] {
  const { itemId } = given.item;
  return lineOf(given, pending).map((own, index, line) => ({
    itemId,
    before: line[index - 1] ?? null,
    draft: draftOf(own),
  }));
}

function labelledOutside(entries: readonly Entry[], pending: readonly PendingLabel[]): RowId[] {
  const here = new Set(entries.map((entry) => entry.item.itemId));
  const last = new Map(pending.map(({ row }) => [row.itemId, row.verdict]));
  return [...last]
    .filter(([itemId, verdict]) => verdict !== null && !here.has(itemId))
    .map(([itemId]) => itemId);
}
