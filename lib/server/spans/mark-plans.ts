import type { Transaction } from "@/db/client";
import { markRepeats } from "@/lib/server/imports/mark-repeats";
import type { Scope, TracePlan } from "./plan-trace";

/** Says of the calls of all traces, in their order, whether one before was asked alike. */
export async function markPlans(
  tx: Transaction,
  scope: Scope,
  plans: readonly TracePlan[],
): Promise<TracePlan[]> {
  const calls = plans.flatMap((plan) => plan.calls);
  const marked = await markRepeats(tx, scope.workspaceId, calls);
  const derived = new Map(marked.map((call) => [call.row.id, call]));
  return plans.map((plan) => ({
    ...plan,
    calls: plan.calls.map((call) => ({
      ...call,
      derived: derived.get(call.derived.row.id) ?? call.derived,
    })),
  }));
}
