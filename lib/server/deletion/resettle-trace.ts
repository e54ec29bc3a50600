import { changeImport, lockImports } from "@/db/commands/advance-imports";
import type { Transaction } from "@/db/client";
import { writeSpans, writeTraceFacts } from "@/db/commands/write-spans";
import type { KeyedDigest, RowId, WorkspaceId } from "@/lib/ids";
import { ReceiptChanges } from "@/lib/server/spans/count-batch";
import { holdTraces } from "@/lib/server/spans/held-trace";
import { markPlans } from "@/lib/server/spans/mark-plans";
import type { TracePlan } from "@/lib/server/spans/plan-trace";
import { traceFacts } from "@/lib/server/spans/trace-facts";
import { writePlannedCalls } from "@/lib/server/spans/write-planned-calls";
import { planTraces } from "@/lib/server/spans/write-span-batch";
import { settleTrace } from "@/lib/spans/settle";

/**
 * Settles a trace anew from the spans that a deletion left in it, so that its calls are what they
 * would be had the others never come: names taken from a step that has gone, and merges into a call
 * that has gone, are undone, and totals and the receipts of other imports move with them.
 */
export async function resettleTrace(
  tx: Transaction,
  workspaceId: WorkspaceId,
  given: { id: RowId; sourceTraceId: string },
  digest: KeyedDigest,
): Promise<void> {
  // every span is stored and has its import, so that nothing is counted to a new one
  const scope = { workspaceId, importId: "", digest };
  const [trace] = await holdTraces(tx, workspaceId, [given], new Set(), new Map());
  if (!trace) return;
  const planned = await planTraces(tx, scope, [trace], settleTrace);
  const [plan] = await markPlans(tx, scope, planned);
  if (!plan) return;
  await writeSpans(tx, plan.spanRows);
  const facts = plan.run && traceFacts(trace, plan.run, plan.callSpans, digest);
  if (facts) await writeTraceFacts(tx, workspaceId, facts);
  await changeReceipts(tx, workspaceId, plan);
  await writePlannedCalls(tx, scope, [plan], 0);
}

async function changeReceipts(tx: Transaction, workspaceId: WorkspaceId, plan: TracePlan) {
  const changes = new ReceiptChanges();
  changes.look("", plan);
  if (changes.byImport.size === 0) return;
  const rows = await lockImports(tx, workspaceId, [...changes.byImport.keys()]);
  for (const [id, change] of changes.byImport) {
    const row = rows.get(id);
    if (row) await changeImport(tx, row, change, {});
  }
}
