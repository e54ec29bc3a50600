import type { RowId } from "@/lib/ids";
import { extendLine } from "./label-line";
import type { LabelRow, OwnLabel } from "./label-row";
import type { QueueCounts } from "./label-item";
import { MOST_HELD } from "./lease";
import {
  draftOf,
  type Entry,
  nextOpen,
  openEntries,
  type Session,
  type SessionItem,
  show,
  shownEntry,
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

/** When fewer open items than this are ahead, more are fetched: a minute without network is bridged. */
export const REFILL_BELOW = 30;
/** So many are fetched at once. */
export const FETCHED_ITEMS = 12;

/** Begins a sitting: what was labelled last, oldest first, then the open items in their order. */
export function openSession<Item extends SessionItem>(given: {
  drawId: RowId;
  history: readonly QueueItem<Item>[];
  counts: QueueCounts;
  pace: readonly number[];
  pending: readonly PendingLabel[];
  /** The item that is shown first; null for the first open one. */
  first: RowId | null;
  now: number;
}): Session<Item> {
  const { history, counts, pending, now } = given;
  const here = pending.filter((label) => label.drawId === given.drawId);
  const entries = history.map((item) => toEntry(item, here));
  const first = entries.findIndex((entry) => entry.item.itemId === given.first);
  return {
    entries,
    cursor: first < 0 ? nextOpen({ entries, atEnd: false }, 0) : first,
    undo: history.flatMap((item) => stepsBack(item, here)),
    atEnd: false,
    total: counts.labelled + counts.open,
    skipped: counts.skipped,
    before: Math.max(0, counts.labelled - entries.length),
    labelledBefore: counts.labelled,
    labelledElsewhere: labelledOutside(entries, here),
    shownAt: now,
    pace: given.pace,
  };
}

/**
 * Takes the queue's answer in. Items that are here already are left as they are; those that others
 * have taken go, but for the one that is shown: what is said of it is kept as one label more.
 */
export function receiveItems<Item extends SessionItem>(
  session: Session<Item>,
  given: {
    queue: readonly QueueItem<Item>[];
    atEnd: boolean;
    counts: QueueCounts;
    lost: readonly RowId[];
    pending: readonly PendingLabel[];
    now: number;
  },
): Session<Item> {
  const left = given.lost.reduce(
    (now, itemId) => (shownEntry(now)?.item.itemId === itemId ? now : withoutOpen(now, itemId)),
    session,
  );
  const here = new Set(left.entries.map((entry) => entry.item.itemId));
  const fresh = given.queue.filter(({ item }) => !here.has(item.itemId));
  const added = fresh.map((item) => toEntry(item, given.pending));
  const entries = [...left.entries, ...added];
  const arrived = new Set(added.map((entry) => entry.item.itemId));
  const isWaiting = left.cursor === left.entries.length;
  const { atEnd, counts } = given;
  return {
    ...left,
    entries,
    atEnd,
    undo: [...left.undo, ...fresh.flatMap((item) => stepsBack(item, given.pending))],
    total: counts.labelled + counts.open,
    skipped: counts.skipped,
    labelledElsewhere: left.labelledElsewhere.filter((itemId) => !arrived.has(itemId)),
    cursor: isWaiting ? nextOpen({ entries, atEnd }, left.cursor) : left.cursor,
    shownAt: isWaiting ? given.now : left.shownAt,
  };
}

/** The item was passed over: it goes, and the next one is shown. */
export function skipItem<Item extends SessionItem>(
  session: Session<Item>,
  itemId: RowId,
  now: number,
): Session<Item> {
  const isShown = shownEntry(session)?.item.itemId === itemId;
  const left = withoutOpen(session, itemId);
  if (left === session) return session;
  const counted = { ...left, total: left.total - 1, skipped: left.skipped + 1 };
  return isShown ? show(counted, nextOpen(counted, counted.cursor), now) : counted;
}

/** The session without an entry that has no label of ours. */
function withoutOpen<Item extends SessionItem>(
  session: Session<Item>,
  itemId: RowId,
): Session<Item> {
  const index = session.entries.findIndex((entry) => entry.item.itemId === itemId);
  if (session.entries[index]?.own !== null) return session;
  const cursor = index < session.cursor ? session.cursor - 1 : session.cursor;
  const undo = session.undo.filter((step) => step.itemId !== itemId);
  return { ...session, entries: session.entries.toSpliced(index, 1), cursor, undo };
}

/** How many more items should be fetched now. */
export function wantedItems(session: Session): number {
  if (session.atEnd) return 0;
  const ahead = session.entries.slice(session.cursor + 1).filter((entry) => entry.own === null);
  if (ahead.length >= REFILL_BELOW) return 0;
  return Math.min(FETCHED_ITEMS, Math.max(0, MOST_HELD - openEntries(session).length));
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
