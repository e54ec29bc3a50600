/** So many of the last decisions tell the pace. */
export const PACE_DECISIONS = 20;
/** With fewer there is nothing to say. */
const ENOUGH = 5;

/** Milliseconds that the open items will take at one's own pace; null without enough decisions. */
export function computeTimeLeft(pace: readonly number[], open: number): number | null {
  if (pace.length < ENOUGH) return null;
  const sorted = pace.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? 0;
  const lower = sorted[Math.ceil(middle) - 1] ?? upper;
  return ((lower + upper) / 2) * open;
}

/** Up to whole minutes: what is said with "about". */
export const wholeMinutes = (ms: number): number => Math.ceil(ms / 60_000) * 60_000;
