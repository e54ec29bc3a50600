import type { RowId } from "@/lib/ids";
import { MOST_HELD } from "./lease";
import type { OwnLabel, Rubric } from "./label-row";

/** What the screen labels: any item with a name and a place in the queue. */
export type SessionItem = { itemId: RowId; position: number };

/** What stands in the panel before or beside a verdict. */
export type Draft = {
  reasons: readonly number[];
  note: string;
  rubric: Rubric;
  /** Whether the calls that were asked the same get the verdict too. */
  alike: boolean;
};

export type Entry<Item extends SessionItem = SessionItem> = {
  item: Item;
  own: OwnLabel | null;
  /** Whether the server knew a label of ours when the item came. */
  wasLabelled: boolean;
  draft: Draft;
};

export type UndoStep = { itemId: RowId; before: OwnLabel | null; draft: Draft };

/** One person's sitting at a draw. All of it is memory; what must last goes out as label rows. */
export type Session<Item extends SessionItem = SessionItem> = {
  entries: readonly Entry<Item>[];
  /** The entry that is shown; `entries.length` while items are awaited, or when all is done. */
  cursor: number;
  undo: readonly UndoStep[];
  /** Whether the queue has nothing behind the last entry. */
  atEnd: boolean;
  /** What we labelled of the draw, and what we could label now; what others hold is not counted. */
  total: number;
  /** Items that we passed over. */
  skipped: number;
  /** How many labelled items stand before the first entry. */
  before: number;
  /** Items of the draw that the server knew as labelled by us when the sitting began. */
  labelledBefore: number;
  /** Labelled items that wait to be sent and are not among the entries. */
  labelledElsewhere: readonly RowId[];
  /** When the shown item appeared, in milliseconds; null when the person was away since. */
  shownAt: number | null;
  /** Milliseconds of the last decisions, oldest first. */
  pace: readonly number[];
};

export const EMPTY_DRAFT: Draft = { reasons: [], note: "", rubric: {}, alike: false };
export const shownEntry = <Item extends SessionItem>(session: Session<Item>): Entry<Item> | null =>
  session.entries[session.cursor] ?? null;

/** What the panel starts with on an item: its own label's words, or nothing. */
export const draftOf = (own: OwnLabel | null): Draft =>
  own === null
    ? EMPTY_DRAFT
    : { reasons: own.reasons, note: own.note ?? "", rubric: own.rubric ?? {}, alike: own.alike };

/** Shows the entry before or after without deciding. */
export function move<Item extends SessionItem>(
  session: Session<Item>,
  by: 1 | -1,
  now: number,
): Session<Item> {
  const isOpen = session.entries.some((entry) => entry.own === null);
  // behind the last entry lies the wait for more, or the end of the work
  const last = mayTurn(session) && isOpen ? session.entries.length - 1 : session.entries.length;
  const cursor = Math.min(Math.max(session.cursor + by, 0), Math.max(last, 0));
  return cursor === session.cursor ? session : show(session, cursor, now);
}

/** Shows an entry by its item. */
export function goTo<Item extends SessionItem>(
  session: Session<Item>,
  itemId: RowId,
  now: number,
): Session<Item> {
  const index = session.entries.findIndex((entry) => entry.item.itemId === itemId);
  return index < 0 || index === session.cursor ? session : show(session, index, now);
}

/** The person has looked away: the decision on the shown item is not measured. */
export const pause = <Item extends SessionItem>(session: Session<Item>): Session<Item> => ({
  ...session,
  shownAt: null,
});

/** The server holds another label of ours than we thought: that one stands, and undo forgets. */
export function correctOwn<Item extends SessionItem>(
  session: Session<Item>,
  itemId: RowId,
  own: OwnLabel | null,
): Session<Item> {
  const index = session.entries.findIndex((entry) => entry.item.itemId === itemId);
  const entry = session.entries[index];
  if (!entry) return session;
  const undo = session.undo.filter((step) => step.itemId !== itemId);
  return { ...withEntry(session, index, { ...entry, own, draft: draftOf(own) }), undo };
}

/** Items on the screen without a label of ours. */
export const openEntries = (session: Pick<Session, "entries">): Entry[] =>
  session.entries.filter((entry) => entry.own === null);

/** Whether nothing more comes before what lies open has been labelled. */
export const mayTurn = (session: Pick<Session, "entries" | "atEnd">): boolean =>
  session.atEnd || openEntries(session).length >= MOST_HELD;

/** The first entry without a label from a place on; where none comes any more, also from the start. */
export function nextOpen(session: Pick<Session, "entries" | "atEnd">, from: number): number {
  const { entries } = session;
  const ahead = entries.findIndex((entry, index) => index >= from && entry.own === null);
  if (ahead >= 0) return ahead;
  const behind = mayTurn(session) ? entries.findIndex((entry) => entry.own === null) : -1;
  return behind >= 0 ? behind : entries.length;
}

/** Shows the entry at a place, from now on. */
export const show = <Item extends SessionItem>(
  session: Session<Item>,
  cursor: number,
  now: number,
): Session<Item> => ({ ...session, cursor, shownAt: now });

/** The session with one entry changed. */
export function withEntry<Item extends SessionItem>(
  session: Session<Item>,
  index: number,
  entry: Entry<Item>,
): Session<Item> {
  return { ...session, entries: session.entries.with(index, entry) };
}
