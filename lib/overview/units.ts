import type { ShareUnit } from "@/lib/statistics/share-item";

/** The units of a share, in the order of the switch. */
export const SHARE_UNITS = [
  "spend",
  "calls",
  "tokens",
  "frontier spend",
  "call types",
] as const satisfies ShareUnit[];
