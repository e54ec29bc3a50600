import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import type { RowId, WorkspaceId } from "@/lib/ids";

export type ItemCall = {
  itemId: RowId;
  position: number;
  callId: RowId;
  cluster: string;
  agent: string | null;
  model: string | null;
  inputTokens: number | null;
  outputTokens: number | null;
  provider: string | null;
  cachedInputTokens: number | null;
  cacheWriteTokens: number | null;
  statedCostUsd: number | null;
  startedAt: string | null;
  latencyMs: number | null;
  error: string | null;
  traceId: RowId | null;
  requestNodeId: RowId | null;
  responseNodeId: RowId | null;
  settingsId: RowId | null;
  stepNumber: number | null;
  stepCount: number | null;
  /** The last node of the call before it, of the same agent in the same trace. */
  beforeNodeId: RowId | null;
  /** The last message that the call before it was sent. */
  beforeInputId: RowId | null;
  /** What it has in common with calls that were asked the same. */
  fingerprint: RowId | null;
};

/** Drawn items with their calls and where these stand in their traces. */
export async function listItemCalls(
  executor: Executor,
  workspaceId: WorkspaceId,
  itemIds: readonly RowId[],
): Promise<ItemCall[]> {
  if (itemIds.length === 0) return [];
  const rows = await executor.execute<ItemCall>(sql`
    SELECT item.id AS "itemId", item.position, call.id AS "callId", cluster.name AS cluster,
      call.agent, COALESCE(call.model, call.request_model) AS model,
      call.input_tokens AS "inputTokens", call.output_tokens AS "outputTokens",
      call.provider, call.cached_input_tokens AS "cachedInputTokens",
      call.cache_write_tokens AS "cacheWriteTokens", call.stated_cost_usd AS "statedCostUsd",
      call.started_at AS "startedAt", call.latency_ms AS "latencyMs", call.error,
      call.trace_id AS "traceId", call.request_node_id AS "requestNodeId",
      call.response_node_id AS "responseNodeId", call.settings_id AS "settingsId",
      place.number AS "stepNumber", place.total AS "stepCount", before.node_id AS "beforeNodeId",
      before.input_id AS "beforeInputId", call.fingerprint
    FROM draw_items item
    JOIN calls call ON call.workspace_id = item.workspace_id AND call.id = item.call_id
    JOIN kinds kind ON kind.workspace_id = call.workspace_id AND kind.id = call.kind_id
    JOIN clusters cluster
      ON cluster.workspace_id = kind.workspace_id AND cluster.id = kind.cluster_id
    LEFT JOIN LATERAL (
      SELECT count(*) FILTER (WHERE ${isNotAfter})::int AS number, count(*)::int AS total
      FROM calls other
      WHERE other.workspace_id = call.workspace_id AND other.trace_id = call.trace_id
        AND other.merged_into IS NULL
    ) place ON call.trace_id IS NOT NULL
    LEFT JOIN LATERAL (
      SELECT COALESCE(other.response_node_id, other.request_node_id) AS node_id,
        other.request_node_id AS input_id
      FROM calls other
      WHERE other.workspace_id = call.workspace_id AND other.trace_id = call.trace_id
        AND other.merged_into IS NULL AND other.id <> call.id
        AND other.agent IS NOT DISTINCT FROM call.agent AND ${isNotAfter}
      ORDER BY COALESCE(other.started_at, 'infinity') DESC, other.ordinal DESC, other.id DESC
      LIMIT 1
    ) before ON true
    WHERE item.workspace_id = ${workspaceId}
      AND item.id = ANY(${sql.param(`{${itemIds.join(",")}}`)}::uuid[])`);
  return [...rows];
}

/** Calls without a time stand behind those that have one, in the order of their file. */
const isNotAfter = sql`
  (COALESCE(other.started_at, 'infinity'), other.ordinal, other.id)
    <= (COALESCE(call.started_at, 'infinity'), call.ordinal, call.id)`;
