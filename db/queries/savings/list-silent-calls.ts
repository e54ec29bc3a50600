import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import type { WorkspaceId } from "@/lib/ids";
import type { MessageNode, SilentCall } from "@/lib/savings/estimate-repeats";

/** Runs that are looked into: ids are random, so the first by id are a random sample. */
const MOST_TRACES = 12;
const MOST_CALLS = 4000;
const MOST_NODES = 40_000;

/**
 * Calls of some runs whose source states neither a cost nor what a cache served, in the order of each
 * run, and the messages that they sent with the length of each.
 */
export async function listSilentCalls(
  executor: Executor,
  workspaceId: WorkspaceId,
): Promise<{ calls: SilentCall[]; nodes: MessageNode[] }> {
  const traces = sql`SELECT id FROM traces WHERE workspace_id = ${workspaceId}
    ORDER BY id LIMIT ${MOST_TRACES}`;
  const [calls, nodes] = await Promise.all([
    executor.execute<SilentCall & Record<string, unknown>>(sql`
      SELECT trace_id AS "traceId", request_node_id AS "requestNodeId",
        input_tokens AS "inputTokens"
      FROM calls
      WHERE workspace_id = ${workspaceId} AND trace_id IN (${traces}) AND merged_into IS NULL
        AND request_node_id IS NOT NULL AND input_tokens IS NOT NULL
        AND cached_input_tokens IS NULL AND stated_cost_usd IS NULL
      ORDER BY trace_id, started_at NULLS LAST, ordinal, id
      LIMIT ${MOST_CALLS}`),
    executor.execute<MessageNode & Record<string, unknown>>(sql`
      SELECT id, parent_id AS "parentId", length(body) AS length
      FROM nodes
      WHERE workspace_id = ${workspaceId} AND scope_id IN (${traces})
      LIMIT ${MOST_NODES}`),
  ]);
  return { calls: [...calls], nodes: [...nodes] };
}
