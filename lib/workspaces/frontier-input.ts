import { z } from "zod";

/** Which models count as frontier, as the settings send it: names, or null for the rule. */
export const FrontierInput = z
  .array(z.string().min(1).max(200), "Models: give a list of names")
  .max(500, "Models: at most 500")
  .nullable();
