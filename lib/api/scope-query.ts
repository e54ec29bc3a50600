import { z } from "zod";

/** The parameters that narrow an answer to a scope, as documentation tells them. */
export const ScopeQuery = z.object({
  scope: z.enum(["all"]).optional().describe("Everything, whatever the workspace looks at"),
  from: z.iso.date().optional().describe("First UTC day"),
  to: z.iso.date().optional().describe("Last UTC day"),
  environments: z.string().optional().describe("Names, a comma between them (%2C within a name)"),
  agents: z.string().optional().describe("Names of agents looked at"),
  without_agents: z.string().optional().describe("Names of agents left out"),
  human_facing: z.enum(["with", "without", "only"]).optional(),
  clusters: z.string().optional().describe("Ids of clusters, a comma between them"),
});
