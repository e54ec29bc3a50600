import type { CallMedia } from "@/lib/calls/call-media";
import type { CallRow } from "@/lib/calls/call-row";
import type { ShownConversation } from "@/lib/calls/shown-conversation";
import type { RowId } from "@/lib/ids";
import type { CallLabels } from "@/lib/labelling/call-labels";
import type { UnpricedReason } from "@/lib/pricing/price-row";

/** What a call cost, and how that is known. US dollars. */
export type CallCost = {
  statedUsd: number | null;
  listUsd: number | null;
  /** Whether that is the workspace's own price instead of the list's. */
  own: boolean;
  /** Why there is no list price. */
  reason: UnpricedReason | null;
  /** The source does not say how much was cached: the list price may overstate. */
  mayOverstate: boolean;
  priceDate: string;
};

/** Where a call stands in its trace. */
export type TracePlace = {
  /** From 1. */
  position: number;
  calls: number;
  previousId: RowId | null;
  nextId: RowId | null;
};

/** A call as its page shows it. */
export type CallDetail = {
  row: CallRow;
  /** The trace's own row id; null outside any trace. */
  traceId: RowId | null;
  import: { id: RowId; name: string | null };
  /** Calls that were asked alike, this one included; null when nobody looked. */
  alike: number | null;
  clusterId: RowId;
  routeKeySource: "step_type" | "prompt";
  place: TracePlace | null;
  cost: CallCost;
  conversation: ShownConversation;
  /** What was said of it, as far as the reader may see it. */
  labels: CallLabels;
  media: CallMedia[];
};
