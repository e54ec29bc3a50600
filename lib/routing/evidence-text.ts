import { formatCount, formatCounted } from "@/lib/display/count";
import { formatMoney, formatMoneyRange } from "@/lib/display/money";
import { formatCoefficient, formatDecimalInterval } from "@/lib/display/percent";
import type { RouteEntry } from "./route-entry";

type Evidence = Pick<
  RouteEntry,
  "viable" | "n" | "interval" | "census" | "raters" | "alpha" | "monthlySaving" | "savingUnknown"
>;

/** `9 of 60 labelled viable, 95 % [0.08, 0.27]`. */
export function describeShare({ viable, n, interval, census }: Evidence): string {
  if (n === 0) return "no call labelled";
  const share = `${formatCount(viable)} of ${formatCount(n)} labelled viable`;
  if (census) return `${share}, which are all calls: no sampling error`;
  return `${share}, ${interval === null ? "no interval" : `95 % ${formatDecimalInterval(interval)}`}`;
}

/** The share, who said so, and what it saves: the comment above a route. */
export function describeEvidence(evidence: Evidence): string {
  const { raters, alpha, monthlySaving, savingUnknown } = evidence;
  const parts = [describeShare(evidence)];
  const agreement = alpha === null ? "" : `, alpha ${formatCoefficient(alpha)}`;
  if (raters > 0) parts.push(`${formatCounted(raters, "rater")}${agreement}`);
  if (monthlySaving === null) parts.push(`saving unknown${inBrackets(savingUnknown)}`);
  else {
    const { low, high } = monthlySaving;
    const range =
      low < 0 ? `${formatMoney(low)} to ${formatMoney(high)}` : formatMoneyRange(low, high);
    parts.push(`saves ${range} a month`);
  }
  return parts.join("; ");
}

/** A sentence as a remark: ` (no call is labelled yet)`. */
const inBrackets = (sentence: string | null | undefined): string =>
  sentence ? ` (${sentence[0]?.toLowerCase()}${sentence.slice(1).replace(/\.$/, "")})` : "";
