import type { TotalBucket } from "./total-bucket";

/** The days that the kept totals know of. */
export interface Window {
  /** `YYYY-MM-DD`, UTC; null when no call says when it was. */
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  /** Calendar days from the first to the last, both counted; null without any. */
  readonly days: number | null;
  /** Calls that do not say when they were. */
  readonly undatedCalls: number;
  /** Calls whose date lies so far from all others that the days do not reach to it. */
  readonly implausibleCalls: number;
}

const DAY_MS = 86_400_000;
/** The part of the dated calls that says when the others may have been. */
const MOST = 0.99;
/** Days beside that part within which a date is believed. */
const BELIEVED_DAYS = 365;
/** Of fewer dated calls none is called implausible: there is no crowd to be far from. */
const FEWEST = 10;

interface Day {
  readonly name: string;
  readonly at: number;
  readonly calls: number;
}

/**
 * The days from the first call to the last. One broken clock must not stretch them over decades: a
 * date more than a year away from the shortest span of days that holds 99 % of the dated calls (all
 * but one of fewer than a hundred) is left out and counted beside.
 */
export function computeWindow(buckets: readonly Pick<TotalBucket, "day" | "calls">[]): Window {
  const undatedCalls = buckets.reduce((sum, { day, calls }) => sum + (day === null ? calls : 0), 0);
  const all = listDays(buckets);
  const believed = believedDays(all);
  const implausibleCalls = countCalls(all) - countCalls(believed);
  const [first, last] = [believed[0], believed.at(-1)];
  if (first === undefined || last === undefined) {
    return { firstDay: null, lastDay: null, days: null, undatedCalls, implausibleCalls };
  }
  const days = Math.round((last.at - first.at) / DAY_MS) + 1;
  return { firstDay: first.name, lastDay: last.name, days, undatedCalls, implausibleCalls };
}

/**
 * The days that a rate may be read from. The totals know days and not hours, so calls of one calendar
 * day may all be of one minute: no rate. From two days on all of them count, which never overstates.
 */
export const rateDays = ({ days }: Pick<Window, "days">): number | null =>
  days !== null && days >= 2 ? days : null;

/** The calls of each day, the earliest first. */
function listDays(buckets: readonly Pick<TotalBucket, "day" | "calls">[]): Day[] {
  const calls = new Map<string, number>();
  for (const bucket of buckets) {
    if (bucket.day !== null) calls.set(bucket.day, (calls.get(bucket.day) ?? 0) + bucket.calls);
  }
  return [...calls]
    .map(([name, count]) => ({ name, at: Date.parse(name), calls: count }))
    .toSorted((a, b) => a.at - b.at);
}

function believedDays(days: readonly Day[]): readonly Day[] {
  const all = countCalls(days);
  if (all < FEWEST) return days;
  const [from, to] = shortestSpan(days, Math.min(Math.ceil(all * MOST), all - 1));
  const margin = BELIEVED_DAYS * DAY_MS;
  return days.filter(({ at }) => at >= from - margin && at <= to + margin);
}

/** The shortest span of days that holds so many calls. */
function shortestSpan(days: readonly Day[], enough: number): readonly [number, number] {
  let span: readonly [number, number] = [-Infinity, Infinity];
  let start = 0;
  let held = 0;
  for (const last of days) {
    held += last.calls;
    for (let first = days[start]; first && held >= enough; first = days[start]) {
      if (last.at - first.at < span[1] - span[0]) span = [first.at, last.at];
      held -= first.calls;
      start += 1;
    }
  }
  return span;
}

const countCalls = (days: readonly Day[]): number =>
  days.reduce((sum, { calls }) => sum + calls, 0);
