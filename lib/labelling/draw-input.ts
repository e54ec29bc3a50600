import { z } from "zod";

/** What a person chooses for a draw. */
export const DrawInput = z.object({
  perCluster: z
    .number("Give a whole number from 1 to 500")
    .int("Give a whole number from 1 to 500")
    .min(1, "Give a whole number from 1 to 500")
    .max(500, "Give a whole number from 1 to 500")
    .default(60),
  /** Null for no limit. */
  maxPerTrace: z
    .number("Give a whole number, or nothing for no limit")
    .int("Give a whole number, or nothing for no limit")
    .min(1, "Give at least 1, or nothing for no limit")
    .max(10_000, "Give at most 10,000, or nothing for no limit")
    .nullable()
    .default(3),
  /** The same data and seed give the same items to anybody. */
  seed: z.string().trim().min(1, "Give a seed").max(100, "At most 100 characters"),
  /** Null for all clusters. */
  clusterIds: z.array(z.guid()).min(1, "Choose at least one cluster").nullable().default(null),
});
export type DrawInput = z.infer<typeof DrawInput>;
