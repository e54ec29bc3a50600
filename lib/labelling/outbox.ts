import { z } from "zod";
import type { RowId } from "@/lib/ids";
import { type LabelResult, LabelRow, OwnLabel } from "./label-row";

/** A label that the server has not acknowledged, as it lies in the browser's storage. */
export const OutboxEntry = z.object({
  /** Rises with time: rows go out in the order in which they were made. */
  order: z.number(),
  drawId: z.string(),
  row: LabelRow,
  /** Why the server did not take it; such a row waits for the person and is not sent again. */
  refusal: z.object({ reason: z.string(), current: OwnLabel.nullable() }).nullable(),
});
export type OutboxEntry = z.infer<typeof OutboxEntry>;

export type Outbox = {
  entries: readonly OutboxEntry[];
  inFlight: readonly RowId[];
  /** Tries in a row that failed. */
  failures: number;
  /** Not before this time, in milliseconds; null for at once. */
  retryAt: number | null;
  /** Why the last try failed, in words for the person. */
  problem: string | null;
  /** The last try failed because nobody is signed in any more. */
  signedOut: boolean;
};

export const EMPTY_OUTBOX: Outbox = {
  entries: [],
  inFlight: [],
  failures: 0,
  retryAt: null,
  problem: null,
  signedOut: false,
};

/** So many rows go out at once. */
const BATCH = 20;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;

const byOrder = (a: OutboxEntry, b: OutboxEntry): number =>
  a.order - b.order || (a.row.id < b.row.id ? -1 : 1);

/** Adds entries; one that is here already stays as it is. */
export function putIn(outbox: Outbox, added: readonly OutboxEntry[]): Outbox {
  const here = new Set(outbox.entries.map((entry) => entry.row.id));
  const fresh = added.filter((entry) => !here.has(entry.row.id));
  if (fresh.length === 0) return outbox;
  return { ...outbox, entries: [...outbox.entries, ...fresh].toSorted(byOrder) };
}

/** Drops entries: another tab has brought them home, or the person gave them up. */
export function drop(outbox: Outbox, ids: readonly RowId[]): Outbox {
  const gone = new Set(ids);
  return { ...outbox, entries: outbox.entries.filter((entry) => !gone.has(entry.row.id)) };
}

/** What still waits to be sent. */
export const waiting = (outbox: Outbox): OutboxEntry[] =>
  outbox.entries.filter((entry) => entry.refusal === null);

/** What the server did not take. */
export const refusedEntries = (outbox: Outbox): OutboxEntry[] =>
  outbox.entries.filter((entry) => entry.refusal !== null);

/** An order for the next entry: later than all before, whatever the clock does. */
export const nextOrder = (outbox: Outbox, now: number): number =>
  Math.max(now, ...outbox.entries.map((entry) => entry.order + 1));

/** The next rows to send, if it is time; one batch is under way at most. */
export function takeBatch(
  outbox: Outbox,
  now: number,
): { outbox: Outbox; rows: LabelRow[] } | null {
  if (outbox.inFlight.length > 0) return null;
  if (outbox.retryAt !== null && now < outbox.retryAt) return null;
  const rows = waiting(outbox)
    .slice(0, BATCH)
    .map((entry) => entry.row);
  if (rows.length === 0) return null;
  return { outbox: { ...outbox, inFlight: rows.map((row) => row.id) }, rows };
}

/** Takes the server's answer: what is saved or known goes, what is refused stays with its reason. */
export function acknowledge(outbox: Outbox, results: readonly LabelResult[]): Outbox {
  const answered = new Map(results.map((result) => [result.id, result]));
  const entries = outbox.entries.flatMap((entry) => {
    const result = answered.get(entry.row.id);
    if (!result) return [entry];
    if (result.status !== "refused") return [];
    return [{ ...entry, refusal: { reason: result.reason, current: result.current } }];
  });
  return { ...EMPTY_OUTBOX, entries };
}

/** A try failed: the rows stay, and the next try waits twice as long, a minute at most. */
export function fail(outbox: Outbox, now: number, problem: string, signedOut = false): Outbox {
  const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** outbox.failures);
  const failures = outbox.failures + 1;
  return { ...outbox, inFlight: [], failures, retryAt: now + wait, problem, signedOut };
}

/** The network is back, or the person is: try at once. */
export const wake = (outbox: Outbox): Outbox => ({ ...outbox, retryAt: null });
