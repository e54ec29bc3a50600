import type { Transaction } from "@/db/client";
import { changeImport, lockImports } from "@/db/commands/advance-imports";
import { writeRejected } from "@/db/commands/write-import";
import { excerptOfJson } from "@/lib/server/imports/excerpt-of-json";
import { ReceiptChanges } from "./count-batch";
import type { Scope, TracePlan } from "./plan-trace";
import { sayMore } from "./receipt-words";
import type { SpanBatch } from "./span-batch";

export type Written = {
  /** Items that the import had counted before this batch. */
  base: number;
  callsNew: number;
  /** What to switch on, of calls of this batch that came without messages. */
  hints: string[];
};

/** Adds the batch to the receipts that it touches, locked in one order, and lists what was refused. */
export async function writeReceipts(
  tx: Transaction,
  scope: Scope,
  batch: SpanBatch,
  plans: readonly TracePlan[],
  waiting: number,
): Promise<Written> {
  const { workspaceId, importId } = scope;
  const changes = new ReceiptChanges();
  const { bytesRead, bytesReceived } = batch;
  changes.add(importId, { bytesRead, bytesReceived, records: waiting, other: waiting });
  for (const item of batch.loose) changes.add(importId, { records: 1, [item.why]: 1 });
  for (const plan of plans) changes.look(importId, plan);
  const rows = await lockImports(tx, workspaceId, [...changes.byImport.keys()]);
  const own = rows.get(importId);
  if (!own) throw new Error(`import ${importId} has gone`);
  for (const [id, change] of changes.byImport) {
    const row = rows.get(id);
    // an import that was deleted keeps no receipt
    if (!row) continue;
    const said = sayMore(row, change, id === importId ? { batch, plans } : null);
    await changeImport(tx, row, change, said);
  }
  await writeRejected(tx, [
    ...looseRows(scope, batch, own.records),
    ...conflictRows(scope, batch, plans, own.records),
  ]);
  const calls = plans.flatMap((plan) => plan.calls);
  return {
    base: own.records,
    callsNew: changes.byImport.get(importId)?.callsNew ?? 0,
    hints: [...new Set(calls.flatMap(({ hint }) => hint ?? []))],
  };
}

function looseRows({ workspaceId, importId }: Scope, batch: SpanBatch, base: number) {
  return batch.loose.flatMap(({ excerpt, ...item }, at) => {
    const ordinal = base + batch.spans.length + at + 1;
    return excerpt === null ? [] : [{ workspaceId, importId, ordinal, excerpt, ...item }];
  });
}

function conflictRows(
  { workspaceId, importId }: Scope,
  batch: SpanBatch,
  plans: readonly TracePlan[],
  base: number,
) {
  const touches = plans.flatMap((plan) =>
    [...plan.trace.spans].flatMap(([spanId, held]) =>
      plan.callSpans.has(spanId) ? held.touches : [],
    ),
  );
  return touches
    .filter(({ changed }) => changed === "conflicting")
    .map(({ item }) => ({
      workspaceId,
      importId,
      ordinal: base + item + 1,
      line: batch.spans[item]?.line ?? 1,
      why: "conflicting" as const,
      reason: CONFLICT,
      excerpt: excerptOfJson(batch.spans[item]?.span ?? null),
    }));
}

const CONFLICT =
  "The same span is already here with other content. The first is kept, and what this record adds to it; give each call its own span id.";
