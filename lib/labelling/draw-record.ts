import { z } from "zod";
import { Scope } from "@/lib/scope/scope";
import { ALLOCATIONS } from "./allocate";
import { DrawStep } from "./draw-step";

const count = z.number().int().min(0);

/**
 * A draw as it leaves the house: all that somebody who holds the same calls needs to draw the same items
 * again, and to see that they did. Ids are those of `GET /api/v1/calls`.
 */
export const DrawRecord = z.strictObject({
  format: z.literal("assay draw 1"),
  draw: count,
  /** ISO 8601 in UTC. */
  made_at: z.string(),
  made_by: z.string(),
  codebook_version: count,
  /** How numbers, thinning and probabilities come about, in words. */
  method: z.string(),
  scope: Scope,
  seed: z.string(),
  allocation: z.enum(ALLOCATIONS),
  per_cluster: count,
  wanted: count.nullable(),
  max_per_trace: count.nullable(),
  collapse_near_duplicates: z.boolean(),
  slots_per_item: count,
  /** The share of the items that want one rater more, 0..1. */
  second_share: z.number(),
  /** Ids of the raters whom the slots are kept for; null is open to all. */
  assigned_to: z.array(z.string()).nullable(),
  /** Calls that could be drawn, and SHA-256 of their sorted ids, one a line. */
  frame_calls: count,
  frame_sha256: z.string(),
  /** What was taken when: the draw, then its extensions. */
  steps: z.array(DrawStep),
  strata: z.array(
    z.strictObject({
      cluster_id: z.string(),
      part: count,
      frame_calls: count,
      /** Units left once traces were thinned and near-duplicates collapsed; null where not kept. */
      kept_units: count.nullable(),
      frame_tokens: z.number().nullable(),
      frame_spend_usd: z.number().nullable(),
      spread: z.number().nullable(),
      drawn: count,
    }),
  ),
  items: z.array(
    z.strictObject({
      position: count,
      call_id: z.string(),
      cluster_id: z.string(),
      part: count,
      inclusion_probability: z.number(),
      multiplicity: count,
      slots: count,
    }),
  ),
});
export type DrawRecord = z.infer<typeof DrawRecord>;

/** The method in words, as every record carries it. */
export const DRAW_METHOD =
  "A call's permanent number in phase p is the first 13 hexadecimal digits, over 16^13, of HMAC-SHA-256 with the key 'assay draw' over the parts 'draw', seed, p, call id (each written as its length, a semicolon and itself), cut to 16 bytes and written as a UUID of version 8. " +
  "A stratum is a cluster as it was when a part of the frame was closed. Where near-duplicates are collapsed, those of one stratum are one unit; the call with the smallest id stands for them. " +
  "Of the m units of one trace in a stratum the min(k, m) with the smallest numbers of phase 'thin' are kept; of the N' kept the n with the smallest numbers of phase 'select' are drawn. " +
  "So the inclusion probability is min(k, m)/m * n/N'. Drawing more raises n and keeps the first items; calls that came later are strata of a further part, with their own n. " +
  "An item wants one rater more when its number of phase 'second' is below second_share.";
