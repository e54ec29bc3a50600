import { z } from "zod";
import type { Drawn } from "./draw";
import { stratumKey } from "./stratum";

/** What was done to a draw, and how many units each stratum that it names had given after it. */
export const DrawStep = z.object({
  /** The draw itself; more calls of the same frame; calls that came since, as a part of their own. */
  kind: z.enum(["draw", "raise", "frame"]),
  /** ISO 8601 in UTC. */
  at: z.string(),
  /** Who did it, as the audit log names them. */
  by: z.string(),
  /** The part of the frame that it closed; null for a raise. */
  part: z.number().int().nullable(),
  /** Calls of that part, and SHA-256 of their sorted ids, one a line; null for a raise. */
  frameCalls: z.number().int().nullable(),
  frameHash: z.string().nullable(),
  strata: z.array(
    z.object({ clusterId: z.string(), part: z.number().int(), drawn: z.number().int() }),
  ),
});
export type DrawStep = z.infer<typeof DrawStep>;

/** The steps as {@link takeUnits} counts them. */
export const drawnOf = (steps: readonly Pick<DrawStep, "strata">[]): Drawn[] =>
  steps.map(({ strata }) => new Map(strata.map((row) => [stratumKey(row), row.drawn])));
