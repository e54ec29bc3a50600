import type { Transaction } from "@/db/client";
import { mergeCall } from "@/db/commands/merge-calls";
import { writeCallBatch } from "@/db/commands/write-call-batch";
import { deltaOf, sumDeltas } from "@/lib/server/imports/total-deltas";
import type { Scope, TracePlan } from "./plan-trace";

/**
 * Writes the calls that traces settled to, as the difference to what is stored, with their totals.
 *
 * @param base how many items the import had counted before: new calls are numbered from there.
 */
export async function writePlannedCalls(
  tx: Transaction,
  scope: Scope,
  plans: readonly TracePlan[],
  base: number,
): Promise<void> {
  const planned = plans.flatMap((plan) => plan.calls);
  const merges = plans.flatMap((plan) => plan.merges);
  const derived = planned.map((call) => call.derived);
  const isNew = planned.filter((call) => call.before === null).map(({ derived: { row } }) => row);
  const changed = planned.filter((call) => call.before !== null);
  const counted = [...changed, ...merges].flatMap(({ before }) =>
    before !== null && before.mergedInto === null ? [before] : [],
  );
  await writeCallBatch(tx, {
    nodes: distinct(
      plans.flatMap((plan) => plan.nodes).concat(derived.flatMap((one) => one.nodes)),
    ),
    settings: distinct([
      ...plans.flatMap((plan) => plan.settings),
      ...derived.flatMap((one) => one.settings ?? []),
    ]),
    traces: [],
    clusters: distinct(derived.map((one) => one.cluster)),
    kinds: distinct(derived.map((one) => one.kind)),
    newCalls: isNew.map((row) =>
      row.importId === scope.importId ? { ...row, ordinal: row.ordinal + base } : row,
    ),
    completedCalls: changed.map(({ derived: { row } }) => ({ ...row, mergedInto: null })),
    deltas: sumDeltas([
      ...derived.map((one) => deltaOf(one.row, 1)),
      ...counted.map((row) => deltaOf(row, -1)),
    ]),
  });
  for (const { before, into } of merges) {
    await mergeCall(tx, scope.workspaceId, { callId: before.id, into });
  }
}

function distinct<Row extends { id: string }>(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}
