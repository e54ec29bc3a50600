import { formatCount, formatCounted } from "@/lib/display/count";

/**
 * Why a sum over calls is only a lower bound; null when it is exact.
 *
 * @param summed how many of the first calls were summed, where there are more; null for all
 */
export function whyLowerBound(sum: {
  /** Calls that say nothing. */
  readonly without: number;
  /** What they do not say: "cost". */
  readonly what: string;
  readonly summed?: number | null;
}): string | null {
  const { without, what, summed = null } = sum;
  const reasons = [
    ...(summed === null ? [] : [`only the first ${formatCount(summed)} calls are counted`]),
    ...(without === 0 ? [] : [`${formatCounted(without, "call")} without known ${what}`]),
  ];
  return reasons.length === 0 ? null : reasons.join(", ");
}
