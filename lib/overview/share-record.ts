import { z } from "zod";
import { coverageOfSize } from "@/lib/statistics/coverage-of-size";
import type { Share } from "@/lib/statistics/share-result";
import { SHARE_UNITS } from "./units";

const part = z.number().min(0).max(1).nullable();
const count = z.number().int().min(0);

/** A viable share as the API tells it; null is unknown. */
export const ShareRecord = z.object({
  unit: z.enum(SHARE_UNITS),
  share: part.describe("(viable + no model needed) / all labelled, unsure counted against"),
  low: part.describe("Lower end of the 95 % interval; null where there is none, see note"),
  high: part,
  method: z.enum(["wilson", "stratified", "bootstrap over traces", "census", "none"]),
  note: z.string().nullable().describe("Why there is no interval, or how to read it"),
  simulated_coverage: part.describe(
    "How often intervals of this size covered the truth in a simulation; null for a census",
  ),
  labelled: count.describe("n: labelled calls behind the share"),
  traces: count,
  raters: count,
  band: z
    .object({ unsure_left_out: part, unsure_against: part, unsure_for: part })
    .describe("The share with unsure left out, counted against (this is share), counted for"),
  viable: count,
  no_model_needed: count,
  unsure: count,
  not_viable: count,
  drawn_not_labelled: count,
  frame_calls: z.number().describe("Calls that could be drawn; estimated for a domain of a draw"),
  covered_calls: z.number().describe("Calls of those strata that carry a label"),
});
export type ShareRecord = z.infer<typeof ShareRecord>;

export const toShareRecord = (share: Share, raters: number): ShareRecord => ({
  unit: share.unit,
  share: share.value,
  low: share.interval?.low ?? null,
  high: share.interval?.high ?? null,
  method: share.method,
  note: share.why,
  simulated_coverage: coverageOfSize(share)?.covered ?? null,
  labelled: share.n,
  traces: share.traces,
  raters,
  band: {
    unsure_left_out: share.band.unsureLeftOut,
    unsure_against: share.band.unsureAgainst,
    unsure_for: share.band.unsureFor,
  },
  viable: share.counts.viable,
  no_model_needed: share.counts.noModelNeeded,
  unsure: share.counts.unsure,
  not_viable: share.counts.notViable,
  drawn_not_labelled: share.counts.unlabelled,
  frame_calls: share.frameCalls,
  covered_calls: share.coveredCalls,
});
