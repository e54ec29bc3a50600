import { z } from "zod";

/** The longest reason for a skip, in UTF-16 units. */
export const SKIP_REASON_LENGTH = 500;

/** Passing over one item, or asking for the passed-over items of a draw again. */
export const SkipInput = z.union([
  z.object({
    itemId: z.guid("This item is no longer in the workspace."),
    reason: z
      .string()
      .trim()
      .min(1, "Say why, so that others know.")
      .max(SKIP_REASON_LENGTH, `A reason has at most ${SKIP_REASON_LENGTH} characters.`)
      .transform((reason) => reason.replaceAll("\u0000", "\uFFFD")),
  }),
  z.object({ draw: z.number().int().min(1).max(2_147_483_647), again: z.literal(true) }),
]);
export type SkipInput = z.infer<typeof SkipInput>;

/** What is mostly said when an item is passed over. */
export const SKIP_REASONS = [
  "I cannot read it: language, or too long",
  "I made this call's agent and would not be fair",
  "The record is broken",
] as const;
