import type { RowId } from "@/lib/ids";
import type { SavingsBucket } from "@/lib/savings/basis";

/** The kept totals of one cluster and route key, for one model, UTC day, price tier and cost source. */
export type TotalBucket = SavingsBucket & {
  readonly clusterId: RowId;
  readonly routeKey: string;
  /** Whether the route key is a step type, which a router can know before the call. */
  readonly tagged: boolean;
  readonly errored: number;
};
