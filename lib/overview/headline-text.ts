import { formatCount, formatCounted } from "@/lib/display/count";
import { formatMoney } from "@/lib/display/money";
import { formatPercent, formatShare } from "@/lib/display/percent";
import type { Share } from "@/lib/statistics/share-result";
import type { Audit } from "./audit";

/** `$502 (27 %) is ready to route`, or `40 calls are ready to route` where no cost is known. */
export function describeReady({ ready, usage }: Pick<Audit, "ready" | "usage">): string {
  if (ready.spendUsd === null) {
    const verb = ready.calls === 1 ? "is" : "are";
    return `${formatCounted(ready.calls, "call")} ${verb} ready to route`;
  }
  const part = usage.cost.costUsd ? ready.spendUsd / usage.cost.costUsd : null;
  return `${formatMoney(ready.spendUsd)} (${formatPercent(part)}) is ready to route`;
}

/** A share with its interval; of a census alone, for then there is no sampling error. */
export const describeValue = ({ value, interval, method }: Share): string =>
  formatShare(value, method === "census" ? null : interval);

/** What the interval of a share is: `95 % interval`, or `all 30 labelled, no sampling error`. */
export const describeError = ({ method, n }: Share): string =>
  method === "census" ? `all ${formatCount(n)} labelled, no sampling error` : "95 % interval";

/** Which calls the overall share speaks of, and which share decides when this one does not. */
export function describeScope({
  overall,
  usage,
  unit,
  scope: { narrow, text },
}: Pick<Audit, "overall" | "usage" | "unit" | "scope">): string {
  const covered = formatCount(Math.round(overall.coveredCalls));
  const within = narrow ? ` in the scope (${text})` : "";
  const scope = `${describeError(overall)}, for ${covered} of ${formatCounted(usage.calls, "call")}${within}`;
  return unit === "calls" ? scope : `${scope}; decisions stand on the share of calls`;
}
