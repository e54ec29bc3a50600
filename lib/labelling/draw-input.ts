import { z } from "zod";
import { Scope, WHOLE_SCOPE } from "@/lib/scope/scope";
import { ALLOCATIONS } from "./allocate";

export const wholeNumber = (least: number, most: number) => {
  const said = `Give a whole number from ${least.toLocaleString("en")} to ${most.toLocaleString("en")}`;
  return z.number(said).int(said).min(least, said).max(most, said);
};

/** What a person chooses for a draw. */
export const DrawInput = z
  .object({
    /** What may be drawn from. */
    scope: Scope.default(WHOLE_SCOPE),
    allocation: z.enum(ALLOCATIONS).default("equal"),
    /** Calls of each cluster; where they are shared out otherwise, the least of each. */
    perCluster: wholeNumber(1, 500).default(60),
    /** Calls in all; null where each cluster gives the same. */
    wanted: wholeNumber(1, 10_000).nullable().default(null),
    /** Null for no limit. */
    maxPerTrace: wholeNumber(1, 10_000).nullable().default(3),
    /** Near-duplicates of one cluster are one item that stands for all of them. */
    collapseAlike: z.boolean().default(false),
    /** The same data and seed give the same items to anybody. */
    seed: z.string().trim().min(1, "Give a seed").max(100, "At most 100 characters"),
    /** Raters an item wants. */
    slotsPerItem: wholeNumber(1, 3).default(1),
    /** The share of the items that want one rater more. */
    secondShare: z.number().min(0, "From 0 to 100 %").max(1, "From 0 to 100 %").default(0),
    /** Members (user ids) whom the items are kept for; null is open to all. */
    assignedTo: z.array(z.string().min(1)).min(1, "Choose at least one").nullable().default(null),
  })
  .refine((input) => input.allocation === "equal" || input.wanted !== null, {
    path: ["wanted"],
    message: "Say how many calls in all",
  });
export type DrawInput = z.infer<typeof DrawInput>;
