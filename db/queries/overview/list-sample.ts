import { and, asc, eq, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { scopeCondition } from "@/db/queries/scope/scope-condition";
import { calls, drawItems, draws, drawStrata, kinds } from "@/db/schema";
import type { WorkspaceId } from "@/lib/ids";
import type { Draw, DrawnItem, DrawStratum, FramePlace } from "@/lib/overview/drawn-item";
import type { Scoping } from "@/lib/scope/scope-summary";
import { stratumText } from "./stratum-text";

/** Every draw of the workspace, the oldest first. */
export function listDraws(
  executor: Executor,
  workspaceId: WorkspaceId,
): Promise<(Draw & { createdAt: string; frameHash: string; scope: unknown })[]> {
  const { id, number, seed, maxPerTrace, createdAt, frameHash, scope } = draws;
  return executor
    .select({ id, number, seed, maxPerTrace, createdAt, frameHash, scope })
    .from(draws)
    .where(eq(draws.workspaceId, workspaceId))
    .orderBy(asc(number));
}

/** The strata of all draws, with the totals of their frames. */
export function listStrata(executor: Executor, workspaceId: WorkspaceId): Promise<DrawStratum[]> {
  const { drawId, clusterId, part, frameCalls, frameTokens, frameSpendUsd, frameTraces } =
    drawStrata;
  return executor
    .select({ drawId, clusterId, part, frameCalls, frameTokens, frameSpendUsd, frameTraces })
    .from(drawStrata)
    .where(eq(drawStrata.workspaceId, workspaceId))
    .orderBy(asc(drawId), asc(clusterId), asc(part));
}

/**
 * The calls that draws selected, with the stored probabilities, the cluster they are in now, and
 * whether the scope looks at them: how a draw went, all that it took must tell.
 */
export function listDrawnItems(
  executor: Executor,
  workspaceId: WorkspaceId,
  { scope, rules }: Scoping,
): Promise<(DrawnItem & { readonly inScope: boolean })[]> {
  return executor
    .select({
      callId: drawItems.callId,
      drawId: drawItems.drawId,
      stratum: stratumText(drawItems.clusterId, drawItems.part),
      inclusionProbability: drawItems.inclusionProbability,
      multiplicity: drawItems.multiplicity,
      spendUsd: drawItems.spendUsd,
      tokens: drawItems.tokens,
      provider: calls.provider,
      model: calls.model,
      day: sql<string | null>`(${calls.startedAt} AT TIME ZONE 'UTC')::date::text`,
      traceId: calls.traceId,
      clusterId: kinds.clusterId,
      routeKey: kinds.routeKey,
      inScope: sql<boolean>`COALESCE(${scopeCondition(scope, rules) ?? sql`true`}, false)`,
    })
    .from(drawItems)
    .innerJoin(
      calls,
      and(eq(calls.workspaceId, drawItems.workspaceId), eq(calls.id, drawItems.callId)),
    )
    .innerJoin(kinds, and(eq(kinds.workspaceId, calls.workspaceId), eq(kinds.id, calls.kindId)))
    .where(eq(drawItems.workspaceId, workspaceId))
    .orderBy(asc(drawItems.drawId), asc(drawItems.callId));
}

/**
 * Where each drawn call stands in the frames of all draws, and how many units of its trace stand in
 * the same stratum. It follows the drawn calls and their traces by index and never reads a whole frame.
 */
export async function listFramePlaces(
  executor: Executor,
  workspaceId: WorkspaceId,
): Promise<FramePlace[]> {
  const rows = await executor.execute<FramePlace & Record<string, unknown>>(sql`
    SELECT place.call_id AS "callId", place.draw_id AS "drawId",
      ${stratumText(sql`place.cluster_id`, sql`place.part`)} AS stratum, place.multiplicity,
      CASE WHEN drawn.trace_id IS NULL THEN 1 ELSE (
        SELECT count(*)::int FROM calls other
        JOIN draw_frame beside ON beside.workspace_id = other.workspace_id
          AND beside.draw_id = place.draw_id AND beside.call_id = other.id
        WHERE other.workspace_id = ${workspaceId} AND other.trace_id = drawn.trace_id
          AND beside.cluster_id = place.cluster_id AND beside.part = place.part
          AND beside.multiplicity > 0
      ) END AS "ofTrace"
    FROM (
      SELECT DISTINCT call.id, call.trace_id FROM draw_items item
      JOIN calls call ON call.workspace_id = item.workspace_id AND call.id = item.call_id
      WHERE item.workspace_id = ${workspaceId}
    ) drawn
    CROSS JOIN draws
    JOIN draw_frame place ON place.workspace_id = ${workspaceId}
      AND place.draw_id = draws.id AND place.call_id = drawn.id
    WHERE draws.workspace_id = ${workspaceId}
    ORDER BY 1, 2`);
  return [...rows];
}
