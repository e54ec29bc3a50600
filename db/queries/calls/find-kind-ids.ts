import { and, eq, ilike, or, type SQL, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { likePattern } from "@/db/queries/like-pattern";
import { kindCondition } from "@/db/queries/scope/scope-condition";
import { clusters, kinds } from "@/db/schema";
import type { CallFilter } from "@/lib/calls/call-query";
import type { RowId, WorkspaceId } from "@/lib/ids";
import { EVERYTHING } from "@/lib/scope/scope-summary";

/** The kinds of a cluster, route key, agent and scope; null when all of them are asked for. */
export async function findKindIds(
  executor: Executor,
  workspaceId: WorkspaceId,
  { cluster, step, agent }: Pick<CallFilter, "cluster" | "step" | "agent">,
  { scope, rules } = EVERYTHING,
): Promise<RowId[] | null> {
  const asked: (SQL | undefined)[] = [];
  const ofScope = kindCondition(scope, rules);
  if (ofScope !== undefined) asked.push(ofScope);
  if (cluster !== null)
    asked.push(or(sql`${clusters.id}::text = ${cluster}`, eq(clusters.name, cluster)));
  if (step !== null) asked.push(eq(kinds.routeKey, step));
  if (agent !== null) asked.push(eq(kinds.agent, agent));
  return asked.length === 0 ? null : selectIds(executor, workspaceId, and(...asked));
}

/** The kinds whose route key, act, agent or cluster holds the words that somebody searches for. */
export function searchKindIds(
  executor: Executor,
  workspaceId: WorkspaceId,
  words: string,
): Promise<RowId[]> {
  const pattern = likePattern(words);
  const named = [kinds.routeKey, kinds.act, kinds.agent, clusters.name];
  return selectIds(executor, workspaceId, or(...named.map((column) => ilike(column, pattern))));
}

async function selectIds(executor: Executor, workspaceId: WorkspaceId, condition: SQL | undefined) {
  const rows = await executor
    .select({ id: kinds.id })
    .from(kinds)
    .innerJoin(
      clusters,
      and(eq(clusters.workspaceId, kinds.workspaceId), eq(clusters.id, kinds.clusterId)),
    )
    .where(and(eq(kinds.workspaceId, workspaceId), condition));
  return rows.map(({ id }) => id);
}
