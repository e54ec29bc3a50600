import { describeScope, listScopeParts, type ScopePart } from "./describe-scope";
import { type HumanFacingKind, type HumanFacingRule, isHumanFacing } from "./human-facing";
import { allowsTalk } from "./in-scope";
import { narrows, type Scope, WHOLE_SCOPE } from "./scope";
import { looksSimulated } from "./simulated-user";

/** A scope with people's word on who talks to a person: what a question to the database needs. */
export interface Scoping {
  readonly scope: Scope;
  readonly rules: readonly HumanFacingRule[];
}

/** Everything there is. */
export const EVERYTHING: Scoping = { scope: WHOLE_SCOPE, rules: [] };

/** What figures say of the scope they stand on. */
export interface ScopeSummary {
  readonly scope: Scope;
  readonly narrow: boolean;
  /** In one line, and side by side. */
  readonly text: string;
  readonly parts: readonly ScopePart[];
  /** Calls in it, and calls of the workspace. */
  readonly calls: number;
  readonly ofCalls: number;
  /**
   * Calls that talk to a person, and calls of which nobody says whether they do, within all the
   * other sides of the scope: whatever it does with them.
   */
  readonly humanFacing: number;
  readonly humanFacingUnknown: number;
  /** Agents in it that are named like a simulated customer. */
  readonly simulated: readonly string[];
}

/**
 * @param kinds the kinds within all sides of the scope but the human-facing one, with their calls
 * @param ofCalls calls of the workspace
 */
export function summarizeScope(
  { scope, rules }: Scoping,
  kinds: readonly (HumanFacingKind & { readonly calls: number })[],
  ofCalls: number,
  clusterNames: ReadonlyMap<string, string>,
): ScopeSummary {
  const talks = kinds.map((kind) => ({ ...kind, talks: isHumanFacing(kind, rules) }));
  const callsOf = (wanted: (talks: boolean | null) => boolean) =>
    talks.reduce((sum, kind) => (wanted(kind.talks) ? sum + kind.calls : sum), 0);
  const agents = new Set(
    talks.flatMap((kind) => (allowsTalk(scope, kind.talks) ? (kind.agent ?? []) : [])),
  );
  return {
    scope,
    narrow: narrows(scope),
    text: describeScope(scope, clusterNames),
    parts: listScopeParts(scope, clusterNames),
    calls: callsOf((one) => allowsTalk(scope, one)),
    ofCalls,
    humanFacing: callsOf((one) => one === true),
    humanFacingUnknown: callsOf((one) => one === null),
    simulated: [...agents].filter(looksSimulated).toSorted(),
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
