import { z } from "zod";

const Names = z.array(z.string().min(1).max(500)).min(1).max(100);

/** The earliest day a window may name; a day is a calendar day of UTC, `YYYY-MM-DD`. */
const FIRST_DAY = "1970-01-01";

const Day = z.iso.date().refine((day) => day >= FIRST_DAY, `a day is not before ${FIRST_DAY}`);

/**
 * What an audit looks at. Null leaves that side open. It is kept with every draw, and every figure
 * tells it.
 */
export const Scope = z.object({
  /** First and last UTC day, both included; a call without a time lies in no window. */
  from: Day.nullable().default(null),
  to: Day.nullable().default(null),
  /** Environments or tags looked at; a call that names none lies in none. */
  environments: Names.nullable().default(null),
  /** Agents looked at, and agents left out (a simulated customer is no agent). */
  agents: Names.nullable().default(null),
  withoutAgents: Names.nullable().default(null),
  /**
   * Calls that talk to a person: among the others, left out, or alone. Left out are those known to
   * talk to one; of which nothing is known stay in, and are counted beside.
   */
  humanFacing: z.enum(["with", "without", "only"]).default("with"),
  /** Ids of clusters. */
  clusters: z.array(z.guid()).min(1).max(100).nullable().default(null),
});
export type Scope = z.infer<typeof Scope>;

/** Everything there is. */
export const WHOLE_SCOPE: Scope = Scope.parse({});

/** Whether a scope leaves out anything at all. */
export const narrows = (scope: Scope): boolean =>
  scope.humanFacing !== "with" ||
  [
    scope.from,
    scope.to,
    scope.environments,
    scope.agents,
    scope.withoutAgents,
    scope.clusters,
  ].some((side) => side !== null);

/** A stored scope read back; null, and what an earlier version stored otherwise, is everything. */
export function parseStoredScope(stored: unknown): Scope {
  const parsed = Scope.safeParse(stored ?? {});
  return parsed.success ? parsed.data : WHOLE_SCOPE;
}
