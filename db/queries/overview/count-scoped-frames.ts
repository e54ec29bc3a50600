import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { scopeCondition } from "@/db/queries/scope/scope-condition";
import type { WorkspaceId } from "@/lib/ids";
import type { Scoping } from "@/lib/scope/scope-summary";
import type { StratumFrame } from "@/lib/statistics/share-item";
import { stratumText } from "./stratum-text";

/**
 * The size of each stratum within a scope, counted from the stored frames. A call that several draws
 * could have taken counts once, in the stratum of the newest of them. It reads the frames and their
 * calls: ask only when the scope narrows.
 *
 * @param draws how many draws there are: the frame of a single one needs no look for a newer one
 */
export async function countScopedFrames(
  executor: Executor,
  workspaceId: WorkspaceId,
  { scope, rules }: Scoping,
  draws: number,
): Promise<StratumFrame[]> {
  if (draws === 0) return [];
  const isNewest =
    draws === 1
      ? sql`true`
      : sql`NOT EXISTS (
          SELECT 1 FROM draw_frame newer
          JOIN draws later ON later.workspace_id = newer.workspace_id AND later.id = newer.draw_id
          WHERE newer.workspace_id = place.workspace_id AND newer.call_id = place.call_id
            AND later.number > draw.number)`;
  const rows = await executor.execute<StratumFrame & Record<string, unknown>>(sql`
    WITH held AS (
      SELECT ${stratumText(sql`place.cluster_id`, sql`place.part`)} AS stratum,
        sum(place.multiplicity) AS calls, sum(place.multiplicity * place.tokens) AS tokens,
        sum(place.multiplicity * place.spend_usd) AS spend
      FROM draw_frame place
      JOIN draws draw ON draw.workspace_id = place.workspace_id AND draw.id = place.draw_id
      JOIN calls ON calls.workspace_id = place.workspace_id AND calls.id = place.call_id
      JOIN kinds ON kinds.workspace_id = calls.workspace_id AND kinds.id = calls.kind_id
      WHERE place.workspace_id = ${workspaceId} AND ${isNewest}
        AND ${scopeCondition(scope, rules) ?? sql`true`}
      GROUP BY place.cluster_id, place.part, COALESCE(calls.trace_id, calls.id)
    )
    SELECT stratum AS id, sum(calls)::float8 AS "frameCalls", sum(tokens)::float8 AS "frameTokens",
      sum(spend) AS "frameSpendUsd", count(*)::float8 AS "frameTraces"
    FROM held GROUP BY stratum ORDER BY stratum`);
  return [...rows];
}
