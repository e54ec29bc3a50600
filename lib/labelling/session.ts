import type { RowId } from "@/lib/ids";
import type { LabelRow, OwnLabel } from "./label-row";
import { PACE_DECISIONS } from "./pace";
import type { Verdict } from "./verdict";

/** What the screen labels: any item with a name and a place in the queue. */
export type SessionItem = { itemId: RowId; position: number };

/** Reasons and note as they stand in the panel, before or beside a verdict. */
export type Draft = { reasons: readonly number[]; note: string };

export type Entry<Item extends SessionItem = SessionItem> = {
  item: Item;
  own: OwnLabel | null;
  /** Whether the server knew a label of ours when the item came. */
  wasLabelled: boolean;
  draft: Draft;
};

type UndoStep = { itemId: RowId; before: OwnLabel | null; draft: Draft };

/** One person's sitting at a draw. All of it is memory; what must last goes out as label rows. */
export type Session<Item extends SessionItem = SessionItem> = {
  entries: readonly Entry<Item>[];
  /** The entry that is shown; `entries.length` while items are awaited, or when all is done. */
  cursor: number;
  undo: readonly UndoStep[];
  /** Whether the queue has nothing behind the last entry. */
  atEnd: boolean;
  total: number;
  /** Items of the draw that the server knew as labelled by us when the sitting began. */
  labelledBefore: number;
  /** Labelled items that wait to be sent and are not among the entries. */
  labelledElsewhere: readonly RowId[];
  /** When the shown item appeared, in milliseconds; null when the person was away since. */
  shownAt: number | null;
  /** Milliseconds of the last decisions, oldest first. */
  pace: readonly number[];
};

export type Step<Item extends SessionItem> = { session: Session<Item>; row: LabelRow | null };
type Fresh = { id: RowId; now: number };

const EMPTY_DRAFT: Draft = { reasons: [], note: "" };
/** Undo goes so deep. */
const UNDO_STEPS = 100;

export const shownEntry = <Item extends SessionItem>(session: Session<Item>): Entry<Item> | null =>
  session.entries[session.cursor] ?? null;

/** What the panel starts with on an item: its own label's words, or nothing. */
export const draftOf = (own: OwnLabel | null): Draft =>
  own === null ? EMPTY_DRAFT : { reasons: own.reasons, note: own.note ?? "" };

/**
 * Gives the shown item a verdict and goes on to the next that has none, or stays. The same word
 * again makes no row.
 */
export function decide<Item extends SessionItem>(
  session: Session<Item>,
  verdict: Verdict,
  { id, now, stay }: Fresh & { stay: boolean },
): Step<Item> {
  const entry = shownEntry(session);
  if (!entry) return { session, row: null };
  const decisionMs =
    session.shownAt === null ? null : Math.max(0, Math.round(now - session.shownAt));
  const isFirst = entry.own === null;
  const said = say(session, entry, verdict, id, decisionMs);
  const pace =
    isFirst && decisionMs !== null
      ? [...session.pace, decisionMs].slice(-PACE_DECISIONS)
      : session.pace;
  const decided = { ...said.session, pace };
  if (stay) return { session: decided, row: said.row };
  const cursor = nextOpen(decided.entries, session.cursor + 1, session.atEnd);
  return { session: show(decided, cursor, now), row: said.row };
}

/** Adds a reason to the shown item or takes it back; on a labelled item that is a correction. */
export function toggleReason<Item extends SessionItem>(
  session: Session<Item>,
  digit: number,
  id: RowId,
): Step<Item> {
  const entry = shownEntry(session);
  if (!entry) return { session, row: null };
  const { reasons } = entry.draft;
  const has = reasons.includes(digit);
  const toggled = has ? reasons.filter((reason) => reason !== digit) : [...reasons, digit];
  return saveDraft(withDraft(session, { ...entry.draft, reasons: toggled.toSorted() }), id);
}

/** Changes the note of the shown item; {@link saveDraft} makes it count on a labelled one. */
export function writeNote<Item extends SessionItem>(
  session: Session<Item>,
  note: string,
): Session<Item> {
  const entry = shownEntry(session);
  return entry ? withDraft(session, { ...entry.draft, note }) : session;
}

/** On an item that is labelled, changed reasons or note become a correction. */
export function saveDraft<Item extends SessionItem>(session: Session<Item>, id: RowId): Step<Item> {
  const entry = shownEntry(session);
  if (!entry?.own) return { session, row: null };
  return say(session, entry, entry.own.verdict, id, null);
}

/**
 * Takes the last word back, shows its item, and says again what stood before; where nothing did,
 * the row retracts. Null when there is nothing to undo.
 */
export function undo<Item extends SessionItem>(
  session: Session<Item>,
  { id, now }: Fresh,
): Step<Item> {
  const step = session.undo.at(-1);
  if (!step) return { session, row: null };
  const shorter = { ...session, undo: session.undo.slice(0, -1) };
  const index = session.entries.findIndex((entry) => entry.item.itemId === step.itemId);
  const entry = session.entries[index];
  if (!entry?.own) return undo(shorter, { id, now });
  const own = step.before && { ...step.before, id };
  const changed = { ...entry, own, draft: own === null ? step.draft : draftOf(own) };
  const row: LabelRow = {
    id,
    itemId: step.itemId,
    verdict: own?.verdict ?? null,
    retracted: own === null,
    reasons: own?.reasons ?? [],
    note: own?.note ?? null,
    supersedes: entry.own.id,
    decisionMs: null,
  };
  // the call has been seen before, so how long the next word takes says nothing
  return { session: pause(show(withEntry(shorter, index, changed), index, now)), row };
}

/** Shows the entry before or after without deciding. */
export function move<Item extends SessionItem>(
  session: Session<Item>,
  by: 1 | -1,
  now: number,
): Session<Item> {
  const isOpen = session.entries.some((entry) => entry.own === null);
  // behind the last entry lies the wait for more, or the end of the work
  const last = session.atEnd && isOpen ? session.entries.length - 1 : session.entries.length;
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

/** The first entry without a label from a place on; at the queue's end also from the start. */
export function nextOpen(entries: readonly Entry[], from: number, atEnd: boolean): number {
  const ahead = entries.findIndex((entry, index) => index >= from && entry.own === null);
  if (ahead >= 0) return ahead;
  const behind = atEnd ? entries.findIndex((entry) => entry.own === null) : -1;
  return behind >= 0 ? behind : entries.length;
}

function say<Item extends SessionItem>(
  session: Session<Item>,
  entry: Entry<Item>,
  verdict: Verdict,
  id: RowId,
  decisionMs: number | null,
): Step<Item> {
  const { own, draft, item } = entry;
  const words = { verdict, reasons: [...draft.reasons], note: draft.note.trim() || null };
  if (own && sameWords(own, words)) return { session, row: null };
  const row: LabelRow = {
    ...words,
    id,
    itemId: item.itemId,
    retracted: false,
    supersedes: own?.id ?? null,
    decisionMs,
  };
  const step: UndoStep = { itemId: item.itemId, before: own, draft };
  const changed = withEntry(session, session.cursor, { ...entry, own: { id, ...words } });
  return { session: { ...changed, undo: [...session.undo, step].slice(-UNDO_STEPS) }, row };
}

const sameWords = (a: Omit<OwnLabel, "id">, b: Omit<OwnLabel, "id">): boolean =>
  a.verdict === b.verdict && a.note === b.note && a.reasons.join() === b.reasons.join();

const show = <Item extends SessionItem>(
  session: Session<Item>,
  cursor: number,
  now: number,
): Session<Item> => ({ ...session, cursor, shownAt: now });

function withEntry<Item extends SessionItem>(
  session: Session<Item>,
  index: number,
  entry: Entry<Item>,
): Session<Item> {
  return { ...session, entries: session.entries.with(index, entry) };
}

function withDraft<Item extends SessionItem>(session: Session<Item>, draft: Draft): Session<Item> {
  const entry = shownEntry(session);
  return entry ? withEntry(session, session.cursor, { ...entry, draft }) : session;
}
