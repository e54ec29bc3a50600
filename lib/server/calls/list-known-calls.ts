import type { SQL } from "drizzle-orm";
import { listCalls, type CallRow as StoredCall } from "@/db/queries/calls/list-calls";
import { listKinds } from "@/db/queries/calls/list-kinds";
import { listLivePrices } from "@/db/queries/pricing/list-price-overrides";
import { listTraceOutcomes } from "@/db/queries/traces/list-trace-outcomes";
import type { CallQuery } from "@/lib/calls/call-query";
import type { WorkspaceId } from "@/lib/ids";
import type { Page } from "@/lib/paging/keyset";
import { getDatabase } from "@/lib/server/database";
import { type KnownCall, priceOf } from "./to-call-row";

/** One page of calls, with what their kinds and traces say of them. */
export async function listKnownCalls(
  workspaceId: WorkspaceId,
  condition: SQL | undefined,
  query: Pick<CallQuery, "sort" | "page">,
): Promise<Page<KnownCall>> {
  const page = await listCalls(getDatabase(), condition, query);
  return { ...page, rows: await knowCalls(workspaceId, page.rows) };
}

/** Adds to calls what their kinds and traces say, and what they cost, in three look-ups for all of them. */
export async function knowCalls(
  workspaceId: WorkspaceId,
  calls: readonly StoredCall[],
): Promise<KnownCall[]> {
  const database = getDatabase();
  const traceIds = calls.flatMap((call) => call.traceId ?? []);
  const [kinds, outcomes, overrides] = await Promise.all([
    listKinds(
      database,
      workspaceId,
      calls.map((call) => call.kindId),
    ),
    listTraceOutcomes(database, workspaceId, traceIds),
    listLivePrices(database, workspaceId),
  ]);
  return calls.map((call) => {
    const kind = kinds.get(call.kindId);
    if (!kind) throw new Error(`call ${call.id} has no kind`);
    const said = call.traceId === null ? undefined : outcomes.get(call.traceId);
    const traceOutcome = said?.contradicted ? null : (said?.outcome ?? call.traceOutcome);
    return { call, kind, traceOutcome, price: priceOf(call, overrides) };
  });
}
