import { z } from "zod";
import { Codebook } from "./codebook";

/** A codebook as a person saves it. */
export const CodebookInput = z.object({
  /** The version that was changed: another saved meanwhile is not overwritten unseen. */
  base: z.number().int().min(1),
  content: Codebook,
  /** What changed against the version before, and why; the first version has none before it. */
  change: z.enum(["wording", "meaning"]).nullable().default(null),
  note: z.string().trim().max(500, "At most 500 characters").default(""),
});
export type CodebookInput = z.infer<typeof CodebookInput>;
