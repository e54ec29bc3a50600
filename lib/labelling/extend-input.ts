import { z } from "zod";
import { wholeNumber } from "./draw-input";

/** How a person extends a draw. */
export const ExtendInput = z.discriminatedUnion("kind", [
  z.object({
    /** More calls of the same frame. */
    kind: z.literal("raise"),
    draw: wholeNumber(1, 2_147_483_647),
    /** Of each cluster where the allocation is equal, else in all. */
    more: wholeNumber(1, 5000),
  }),
  z.object({
    /** Calls that came since, as strata of their own. */
    kind: z.literal("frame"),
    draw: wholeNumber(1, 2_147_483_647),
    /** Of each cluster, or the least of each. */
    perCluster: wholeNumber(1, 500),
    /** In all; null where the allocation is equal. */
    wanted: wholeNumber(1, 10_000).nullable().default(null),
  }),
]);
export type ExtendInput = z.infer<typeof ExtendInput>;
