import { type HumanFacingKind, type HumanFacingRule, isHumanFacing } from "./human-facing";
import type { Scope } from "./scope";

/** What a scope looks at in a call. */
export interface ScopedCall extends HumanFacingKind {
  /** UTC, `YYYY-MM-DD`; null is unknown. */
  readonly day: string | null;
  readonly environment: string | null;
  readonly clusterId: string;
}

/** Whether a scope looks at a call. The database asks the same of its rows (`scopeCondition`). */
export function isInScope(
  scope: Scope,
  rules: readonly HumanFacingRule[],
  call: ScopedCall,
): boolean {
  return (
    isInWindow(scope, call.day) &&
    isAmong(scope.environments, call.environment) &&
    isAmong(scope.agents, call.agent) &&
    isAmong(scope.clusters, call.clusterId) &&
    !(call.agent !== null && scope.withoutAgents?.includes(call.agent)) &&
    allowsTalk(scope, isHumanFacing(call, rules))
  );
}

function isInWindow({ from, to }: Scope, day: string | null): boolean {
  if (from === null && to === null) return true;
  return day !== null && (from === null || day >= from) && (to === null || day <= to);
}

const isAmong = (wanted: readonly string[] | null, value: string | null): boolean =>
  wanted === null || (value !== null && wanted.includes(value));

/** Whether a scope looks at calls that talk to a person, that do not, or (null) of which nobody knows. */
export function allowsTalk({ humanFacing }: Scope, talks: boolean | null): boolean {
  if (humanFacing === "with") return true;
  return humanFacing === "only" ? talks === true : talks !== true;
}
