import type { RowId } from "@/lib/ids";

/** A call that a draw selected, as the draw stored it and where it lies now. */
export interface DrawnItem {
  readonly callId: RowId;
  readonly drawId: RowId;
  /** The cluster as it was when the draw closed that part of its frame, as `stratumKey`. */
  readonly stratum: string;
  readonly inclusionProbability: number;
  readonly multiplicity: number;
  /** US dollars; null is unknown. */
  readonly spendUsd: number | null;
  readonly tokens: number | null;
  readonly provider: string | null;
  readonly model: string | null;
  /** Its UTC day, `YYYY-MM-DD`; null is unknown. */
  readonly day: string | null;
  readonly traceId: RowId | null;
  /** The cluster it is in now. */
  readonly clusterId: RowId;
  readonly routeKey: string;
}

/** What an estimate needs of a draw. */
export interface Draw {
  readonly id: RowId;
  readonly number: number;
  readonly seed: string;
  readonly maxPerTrace: number | null;
}

/** A stratum of a draw's frame. */
export interface DrawStratum {
  readonly drawId: RowId;
  readonly clusterId: RowId;
  readonly part: number;
  readonly frameCalls: number;
  readonly frameTokens: number | null;
  readonly frameSpendUsd: number | null;
  /** Distinct traces; null where the draw did not count them. */
  readonly frameTraces?: number | null;
}

/** Where a call stands in a frame, drawn from it or not. */
export interface FramePlace {
  readonly callId: RowId;
  readonly drawId: RowId;
  readonly stratum: string;
  /** Calls that it stands for there; 0 when a near-duplicate stands for it. */
  readonly multiplicity: number;
  /** Units of its trace in that stratum of the frame, itself among them. */
  readonly ofTrace: number;
}
