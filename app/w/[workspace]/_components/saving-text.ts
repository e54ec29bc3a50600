import { formatMoney } from "@/lib/display/money";
import { OUTCOME_NOTES } from "@/lib/savings/outcome-text";
import type { Projection } from "@/lib/savings/projection";

/** A projection in the three amounts of a row; dashes where it is not known. */
export function savingCells(projection: Projection): {
  readonly today: string;
  readonly low: string;
  readonly mid: string;
  readonly high: string;
  /** That it may or will cost more, or why nothing is known. */
  readonly note: string | null;
} {
  if (!projection.known) {
    return { today: "–", low: "–", mid: "–", high: "–", note: projection.reason };
  }
  const { todayUsd, savingUsd } = projection.scaled;
  return {
    today: formatMoney(todayUsd),
    low: formatMoney(savingUsd.low),
    mid: formatMoney(savingUsd.mid),
    high: formatMoney(savingUsd.high),
    note: OUTCOME_NOTES[projection.outcome],
  };
}
