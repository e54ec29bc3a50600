import fc from "fast-check";
import type { HumanFacingRule } from "./human-facing";
import type { ScopedCall } from "./in-scope";
import { Scope } from "./scope";

const AGENTS = ["planner", "helper", "user_simulator"];
const STEPS = ["plan", "extract", "reply"];
const ENVIRONMENTS = ["production", "staging"];

/** A few days, as `YYYY-MM-DD`. */
export const DAYS = ["2026-01-01", "2026-01-02", "2026-01-03", "2026-01-04"];

/** Ids of the clusters that the calls lie in. */
export const CLUSTERS = [
  "00000000-0000-4000-8000-00000000000a",
  "00000000-0000-4000-8000-00000000000b",
];

const orNull = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values));

/** Calls of a few agents, steps, days and environments, some of them unknown. */
export const scopedCall: fc.Arbitrary<ScopedCall> = fc.record({
  routeKey: fc.constantFrom(...STEPS),
  agent: orNull(AGENTS),
  humanFacing: orNull([true, false]),
  day: orNull(DAYS),
  environment: orNull(ENVIRONMENTS),
  clusterId: fc.constantFrom(...CLUSTERS),
});

const some = (values: readonly string[]) =>
  fc.option(fc.uniqueArray(fc.constantFrom(...values), { minLength: 1 }));

/** Scopes that look at such calls. */
export const someScope: fc.Arbitrary<Scope> = fc
  .record({
    from: orNull(DAYS),
    to: orNull(DAYS),
    environments: some(ENVIRONMENTS),
    agents: some(AGENTS),
    withoutAgents: some(AGENTS),
    humanFacing: fc.constantFrom("with" as const, "without" as const, "only" as const),
    clusters: some(CLUSTERS),
  })
  .map((scope) => Scope.parse(scope));

const rule: fc.Arbitrary<HumanFacingRule> = fc
  .constantFrom<["agent" | "step", string]>(
    ...AGENTS.map((value): ["agent", string] => ["agent", value]),
    ...STEPS.map((value): ["step", string] => ["step", value]),
  )
  .chain(([subject, value]) =>
    fc.boolean().map((humanFacing) => ({ subject, value, humanFacing })),
  );

/** People's word on some of them, at most one on each. */
export const someRules = fc.uniqueArray(rule, {
  maxLength: 4,
  selector: ({ subject, value }) => `${subject} ${value}`,
});
