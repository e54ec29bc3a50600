import { isFrontier } from "@/lib/pricing/frontier";
import type { Sample } from "./combine-draws";

/** The sample with each call marked as made on a frontier model, not on one, or unknown. */
export const markFrontier = (sample: Sample, chosen: readonly string[] | null): Sample => ({
  ...sample,
  calls: sample.calls.map((call) => ({ ...call, frontier: isFrontier(call, chosen) })),
});
