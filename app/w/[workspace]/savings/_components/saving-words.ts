import { formatCounted } from "@/lib/display/count";
import { DASH } from "@/lib/display/dash";
import { formatMoney } from "@/lib/display/money";
import type { Range } from "@/lib/savings/projection";

/** `$351 to $462, likely $418`. */
export const rangeText = ({ low, mid, high }: Range): string =>
  `${formatMoney(low)} to ${formatMoney(high)}, likely ${formatMoney(mid)}`;

/** `a month`, or `per 1,000 calls` where the calls do not say when they were made. */
export const perText = (per: "30 days" | "1,000 calls"): string =>
  per === "30 days" ? "a month" : "per 1,000 calls";

/** `12 days`; what never comes back says so. */
export const formatDays = (days: number | null): string =>
  days === null ? "never" : formatCounted(Math.ceil(days), "day");

/** An amount with its interval in a cell: `$418 [351, 462]`. */
export const cellText = (range: Range | null | undefined): string =>
  range
    ? `${formatMoney(range.mid)} [${formatMoney(range.low)}, ${formatMoney(range.high)}]`
    : DASH;
