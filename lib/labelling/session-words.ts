import type { RowId } from "@/lib/ids";
import { sameWords } from "./label-line";
import type { LabelRow } from "./label-row";
import { PACE_DECISIONS } from "./pace";
import {
  type Draft,
  draftOf,
  type Entry,
  nextOpen,
  pause,
  type Session,
  type SessionItem,
  show,
  shownEntry,
  type UndoStep,
  withEntry,
} from "./session";
import type { Verdict } from "./verdict";

/** A session after a word, and the row that goes out for it; null when nothing was said. */
export type Step<Item extends SessionItem> = { session: Session<Item>; row: LabelRow | null };
type Fresh = { id: RowId; now: number };

/** Undo goes so deep. */
const UNDO_STEPS = 100;

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
  const cursor = nextOpen(decided, session.cursor + 1);
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

/**
 * Answers a rubric question of the shown item: yes, then no, then not at all. On a labelled item that
 * is a correction.
 */
export function turnRubric<Item extends SessionItem>(
  session: Session<Item>,
  question: string,
  id: RowId,
): Step<Item> {
  const entry = shownEntry(session);
  if (!entry) return { session, row: null };
  const { [question]: answer, ...others } = entry.draft.rubric;
  const rubric = answer === false ? others : { ...others, [question]: answer === undefined };
  return saveDraft(withDraft(session, { ...entry.draft, rubric }), id);
}

/** Whether the calls that were asked the same get the verdict too; on a labelled item a correction. */
export function toggleAlike<Item extends SessionItem>(
  session: Session<Item>,
  id: RowId,
): Step<Item> {
  const entry = shownEntry(session);
  if (!entry) return { session, row: null };
  return saveDraft(withDraft(session, { ...entry.draft, alike: !entry.draft.alike }), id);
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
    rubric: own?.rubric ?? null,
    alike: own?.alike ?? false,
    supersedes: entry.own.id,
    decisionMs: null,
  };
  // the call has been seen before, so how long the next word takes says nothing
  return { session: pause(show(withEntry(shorter, index, changed), index, now)), row };
}

function say<Item extends SessionItem>(
  session: Session<Item>,
  entry: Entry<Item>,
  verdict: Verdict,
  id: RowId,
  decisionMs: number | null,
): Step<Item> {
  const { own, draft, item } = entry;
  const words = {
    verdict,
    reasons: [...draft.reasons],
    note: draft.note.trim() || null,
    rubric: Object.keys(draft.rubric).length === 0 ? null : draft.rubric,
    alike: draft.alike,
  };
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

function withDraft<Item extends SessionItem>(session: Session<Item>, draft: Draft): Session<Item> {
  const entry = shownEntry(session);
  return entry ? withEntry(session, session.cursor, { ...entry, draft }) : session;
}
