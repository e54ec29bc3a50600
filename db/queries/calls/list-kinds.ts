import { and, eq, inArray } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { clusters, kinds } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";

/** What a call's kind says of it, with the cluster that it is in now. */
export type CallKind = {
  id: RowId;
  routeKey: string;
  routeKeySource: "step_type" | "prompt";
  act: string;
  clusterId: RowId;
  cluster: string;
};

/** The kinds with these ids. */
export async function listKinds(
  executor: Executor,
  workspaceId: WorkspaceId,
  ids: readonly RowId[],
): Promise<Map<RowId, CallKind>> {
  if (ids.length === 0) return new Map();
  const rows = await executor
    .select({
      id: kinds.id,
      routeKey: kinds.routeKey,
      routeKeySource: kinds.routeKeySource,
      act: kinds.act,
      clusterId: kinds.clusterId,
      cluster: clusters.name,
    })
    .from(kinds)
    .innerJoin(
      clusters,
      and(eq(clusters.workspaceId, kinds.workspaceId), eq(clusters.id, kinds.clusterId)),
    )
    .where(and(eq(kinds.workspaceId, workspaceId), inArray(kinds.id, [...new Set(ids)])));
  return new Map(rows.map((row) => [row.id, row]));
}
