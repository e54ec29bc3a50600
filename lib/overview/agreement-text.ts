import { formatCount } from "@/lib/display/count";
import { DASH } from "@/lib/display/dash";
import type { Audit } from "./audit";

/** `α 0.81 [0.74, 0.88] on 112 calls`, or `α –` where it is not defined. */
export function describeAgreement({ alpha, interval, items }: Audit["agreement"]): string {
  if (alpha === null) return `α ${DASH}`;
  const ends = interval ? ` [${interval.low.toFixed(2)}, ${interval.high.toFixed(2)}]` : "";
  return `α ${alpha.toFixed(2)}${ends} on ${formatCount(items)} labelled twice`;
}
