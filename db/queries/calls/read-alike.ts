import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { RowId, WorkspaceId } from "@/lib/ids";
import { alikeCalls } from "./alike-calls";

/** Rows that come at a time, so that a group of any size takes no more memory. */
const BATCH = 5_000;

/** What the cost of a call is made of, and its group. */
export type AlikeCall = {
  fingerprint: RowId;
  provider: string | null;
  model: string | null;
  inputTokens: number | null;
  cachedInputTokens: number | null;
  cacheWriteTokens: number | null;
  outputTokens: number | null;
  statedCostUsd: number | null;
  startedAt: string | null;
  errored: boolean;
};

/**
 * The calls of a list that have one of these fingerprints, handed on in batches.
 *
 * @param condition that of the list
 * @param most of each group; null is all
 */
export async function readAlike(
  database: Database,
  workspaceId: WorkspaceId,
  condition: SQL | undefined,
  fingerprints: readonly RowId[],
  most: number | null,
  take: (rows: readonly AlikeCall[]) => void,
): Promise<void> {
  if (fingerprints.length === 0) return;
  await database.transaction(async (tx) => {
    await tx.execute(sql`
      DECLARE alike NO SCROLL CURSOR FOR
      SELECT given.fingerprint, member.*
      FROM unnest(${sql.param(`{${fingerprints.join(",")}}`)}::uuid[]) AS given (fingerprint)
      CROSS JOIN LATERAL (
        SELECT provider, coalesce(model, request_model) AS model, input_tokens AS "inputTokens",
          cached_input_tokens AS "cachedInputTokens", cache_write_tokens AS "cacheWriteTokens",
          output_tokens AS "outputTokens", stated_cost_usd AS "statedCostUsd",
          started_at AS "startedAt", errored
        FROM ${alikeCalls(workspaceId)} ${condition === undefined ? sql`` : sql`WHERE ${condition}`}
        ${most === null ? sql`` : sql`LIMIT ${most}`}
      ) AS member`);
    for (;;) {
      const rows = await tx.execute<AlikeCall>(sql`FETCH ${sql.raw(String(BATCH))} FROM alike`);
      if (rows.length === 0) return;
      take(rows);
    }
  });
}
