import { z } from "zod";

/** A scope as the API tells it: what every figure of an answer speaks of. */
export const ScopeRecord = z.object({
  text: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  environments: z.array(z.string()).nullable(),
  agents: z.array(z.string()).nullable(),
  without_agents: z.array(z.string()).nullable(),
  human_facing: z.enum(["with", "without", "only"]),
  clusters: z.array(z.string()).nullable(),
  calls: z.number().int().describe("Calls in the scope"),
  of_calls: z.number().int().describe("Calls of the workspace"),
  human_facing_calls: z.number().int(),
  human_facing_unknown_calls: z.number().int(),
});
