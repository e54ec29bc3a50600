import { describeScope } from "./describe-scope";
import { type HumanFacingKind, type HumanFacingRule, isHumanFacing } from "./human-facing";
import { narrows, type Scope } from "./scope";

/** A scope with people's word on who talks to a person: what a question to the database needs. */
export interface Scoping {
  readonly scope: Scope;
  readonly rules: readonly HumanFacingRule[];
}

/** What figures say of the scope they stand on. */
export interface ScopeSummary {
  readonly scope: Scope;
  readonly narrow: boolean;
  /** In one line. */
  readonly text: string;
  /** Calls in it, and calls of the workspace. */
  readonly calls: number;
  readonly ofCalls: number;
  /** Calls in it that talk to a person, and those of which nobody knows. */
  readonly humanFacing: number;
  readonly humanFacingUnknown: number;
}

/**
 * @param kinds the kinds in the scope, with their calls in it
 * @param ofCalls calls of the workspace
 */
export function summarizeScope(
  { scope, rules }: Scoping,
  kinds: readonly (HumanFacingKind & { readonly calls: number })[],
  ofCalls: number,
  clusterNames: ReadonlyMap<string, string>,
): ScopeSummary {
  const callsOf = (talks: boolean | null) =>
    kinds.reduce((sum, kind) => sum + (isHumanFacing(kind, rules) === talks ? kind.calls : 0), 0);
  return {
    scope,
    narrow: narrows(scope),
    text: describeScope(scope, clusterNames),
    calls: kinds.reduce((sum, { calls }) => sum + calls, 0),
    ofCalls,
    humanFacing: callsOf(true),
    humanFacingUnknown: callsOf(null),
  };
}

/** A scope as the API and the downloads tell it. */
export function toScopeRecord({ scope, ...summary }: ScopeSummary) {
  return {
    text: summary.text,
    from: scope.from,
    to: scope.to,
    environments: scope.environments,
    agents: scope.agents,
    without_agents: scope.withoutAgents,
    human_facing: scope.humanFacing,
    clusters: scope.clusters,
    calls: summary.calls,
    of_calls: summary.ofCalls,
    human_facing_calls: summary.humanFacing,
    human_facing_unknown_calls: summary.humanFacingUnknown,
  };
}
