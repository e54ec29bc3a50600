import { z } from "zod";

const Names = z.array(z.string().min(1).max(200)).min(1).max(100);

/**
 * What an audit looks at. Null leaves that side open. It is kept with every draw, and every figure
 * tells it.
 */
export const Scope = z.object({
  /** First and last UTC day, both included; a call without a time lies in no window. */
  from: z.iso.date().nullable().default(null),
  to: z.iso.date().nullable().default(null),
  /** Environments or tags looked at. */
  environments: Names.nullable().default(null),
  /** Agents looked at, and agents left out (a simulated customer is no agent). */
  agents: Names.nullable().default(null),
  withoutAgents: Names.nullable().default(null),
  /** Calls that talk to a person: among the others, left out, or alone. */
  humanFacing: z.enum(["with", "without", "only"]).default("with"),
  /** Ids of clusters. */
  clusters: z.array(z.guid()).min(1).nullable().default(null),
});
export type Scope = z.infer<typeof Scope>;

/** Everything there is. */
export const WHOLE_SCOPE: Scope = Scope.parse({});
