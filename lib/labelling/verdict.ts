import { z } from "zod";

/** A rater's answer to: could a small language model have made this call? */
export const Verdict = z.enum(["viable", "no_model_needed", "unsure", "not_viable"]);
export type Verdict = z.infer<typeof Verdict>;
