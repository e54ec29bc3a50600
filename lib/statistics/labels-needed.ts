import type { Share } from "./share-result";
import { effectiveSampleSize, wilsonOfShare } from "./wilson";

/** More labels than this are no plan. */
const MOST = 1_000_000;

/**
 * How many more viable labels in a row bring the lower end of the displayed interval to the bar:
 * the same interval function, with the design effect and the finite correction of today's interval
 * kept.
 *
 * @param bar between 0 and 1
 * @returns 0 when it is already there; null when nothing is labelled or no number of labels would do
 */
export function computeLabelsToBar(share: Share, bar: number): number | null {
  const { value, interval, n } = share;
  if (value === null || interval === null || n === 0) return null;
  if (interval.low >= bar) return 0;
  const worth = labelWorth(share);
  if (worth === null) return null;
  const left = Math.max(0, Math.round(share.frameCalls - n));
  return smallest(Math.min(MOST, left), (more) => {
    const after = Math.min(1, (value * n + more) / (n + more));
    return wilsonOfShare(after, (n + more) * worth).low >= bar;
  });
}

/**
 * How many more labels bring the interval to within `margin` on its average side, the share staying
 * as it is.
 *
 * @param margin half the width, as a share: 0.05 is five points
 * @returns 0 when it is already there; null when nothing is labelled
 */
export function computeLabelsToMargin(share: Share, margin = 0.05): number | null {
  const { value, interval, n } = share;
  if (value === null || interval === null || n === 0) return null;
  if ((interval.high - interval.low) / 2 <= margin) return 0;
  const worth = labelWorth(share);
  if (worth === null) return null;
  const left = Math.max(0, Math.round(share.frameCalls - n));
  const enough = smallest(Math.min(MOST, left), (more) => {
    const { low, high } = wilsonOfShare(value, (n + more) * worth);
    return (high - low) / 2 <= margin;
  });
  // With everything labelled there is no sampling error at all.
  return enough ?? (left > 0 && left <= MOST ? left : null);
}

/** How many independent items one label is worth in today's interval. */
function labelWorth({ value, interval, n }: Share): number | null {
  if (value === null || interval === null) return null;
  const effective = effectiveSampleSize(value, interval);
  return Number.isFinite(effective) && effective > 0 ? effective / n : null;
}

/** The smallest whole number from 1 to `most` that is enough; null when none is. */
function smallest(most: number, isEnough: (count: number) => boolean): number | null {
  if (most < 1 || !isEnough(most)) return null;
  let low = 1;
  let high = most;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isEnough(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
