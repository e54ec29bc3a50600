import type { PriceOverrides } from "@/lib/pricing/price-override";
import type { ScopeSummary } from "@/lib/scope/scope-summary";
import type { Sample } from "./combine-draws";
import type { LabelledCall } from "./settle-calls";
import type { TotalBucket } from "./total-bucket";

/** Everything that a share, a saving or a decision is made from. */
export interface Evidence {
  /** What all of it is narrowed to. */
  readonly scope: ScopeSummary;
  readonly clusters: readonly { readonly id: string; readonly name: string }[];
  readonly buckets: readonly TotalBucket[];
  readonly sample: Sample;
  readonly labelled: readonly LabelledCall[];
  readonly draws: number;
  /** The one rater whose labels alone are read (a pass); null reads those of all. */
  readonly pass: { readonly id: string; readonly name: string } | null;
  /** The workspace's own prices. */
  readonly overrides: PriceOverrides;
}

/** What a workspace has set for its decisions. */
export interface DecisionSettings {
  /** 0..1: the lower end that a share must reach. */
  readonly bar: number;
  readonly minLabels: number;
  /** 0..1, written beside a route. */
  readonly threshold: number;
  /** Id of a small model; null takes the catalogue's default. */
  readonly candidate: string | null;
  /** Models that count as frontier; null goes by their list price. */
  readonly frontierModels?: readonly string[] | null;
  /** The workspace's own assumptions, as stored; what it does not say is as by default. */
  readonly assumptions?: unknown;
}
