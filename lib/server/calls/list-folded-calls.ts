import type { SQL } from "drizzle-orm";
import { listCallsById } from "@/db/queries/calls/list-calls-by-id";
import { listFirstAlike } from "@/db/queries/calls/list-first-alike";
import { readAlike } from "@/db/queries/calls/read-alike";
import { listLivePrices } from "@/db/queries/pricing/list-price-overrides";
import { addAlike, type Folded, foldedAlone } from "@/lib/calls/alike";
import type { CallQuery } from "@/lib/calls/call-query";
import type { RowId, WorkspaceId } from "@/lib/ids";
import type { Page } from "@/lib/paging/keyset";
import { getDatabase } from "@/lib/server/database";
import { knowCalls } from "./list-known-calls";
import { type KnownCall, toIso } from "./to-call-row";

/** A call, and all calls of the list that it stands for. */
export type FoldedCall = { known: KnownCall; folded: Folded };

export type FoldedCallsPage = Page<FoldedCall> & { lookedAt: number };

/**
 * One page of a list in which calls that were asked alike are one row, the first of them, with how
 * many they are in this list and what they cost together.
 *
 * @param condition that of the list
 * @param most calls of a group that are added up; null adds up all
 * @param past groups that are known to have come on an earlier page
 */
export async function listFoldedCalls(
  workspaceId: WorkspaceId,
  condition: SQL | undefined,
  query: Pick<CallQuery, "sort" | "page">,
  most: number | null,
  past?: ReadonlySet<RowId>,
): Promise<FoldedCallsPage> {
  const database = getDatabase();
  const page = await listFirstAlike(database, workspaceId, condition, query, past);
  const fingerprints = page.rows.flatMap((row) => row.fingerprint ?? []);
  const stored = await listCallsById(
    database,
    workspaceId,
    page.rows.map((row) => row.id),
  );
  const [known, folded] = await Promise.all([
    knowCalls(workspaceId, stored),
    sumAlike(workspaceId, condition, fingerprints, most),
  ]);
  return {
    ...page,
    rows: known.map((one) => ({ known: one, folded: foldedInto(one, folded) })),
  };
}

async function sumAlike(
  workspaceId: WorkspaceId,
  condition: SQL | undefined,
  fingerprints: readonly RowId[],
  most: number | null,
): Promise<Map<RowId, Folded>> {
  const database = getDatabase();
  const overrides = await listLivePrices(database, workspaceId);
  const sums = new Map<RowId, Folded>();
  await readAlike(database, workspaceId, condition, fingerprints, most, (calls) => {
    for (const call of calls) {
      const summed = { ...call, startedAt: toIso(call.startedAt) };
      sums.set(call.fingerprint, addAlike(sums.get(call.fingerprint), summed, overrides));
    }
  });
  return sums;
}

/** A call of which no message is known is like no other. */
function foldedInto({ call, price }: KnownCall, sums: ReadonlyMap<RowId, Folded>): Folded {
  const sum = call.fingerprint === null ? undefined : sums.get(call.fingerprint);
  return sum ?? foldedAlone(call.statedCostUsd ?? price.costUsd);
}
