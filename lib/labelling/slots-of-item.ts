import type { KeyedDigest } from "@/lib/ids";
import { randomNumber } from "./permanent-number";

/**
 * How many raters a drawn call wants: the draw's number, and one more for those whose second permanent
 * number is below the chosen share. So it is the same for the same seed, and extending a draw changes
 * none of its earlier items.
 *
 * @param secondShare between 0 and 1
 */
export function slotsOfItem(
  callId: string,
  plan: { seed: string; slotsPerItem: number; secondShare: number },
  digest: KeyedDigest,
): number {
  const isSecond = randomNumber(digest, plan.seed, "second", callId) < plan.secondShare;
  return plan.slotsPerItem + (isSecond ? 1 : 0);
}
