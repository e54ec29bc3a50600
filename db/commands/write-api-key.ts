import { and, eq, isNull, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { apiKeys } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";

type NewKey = Pick<
  typeof apiKeys.$inferInsert,
  "id" | "name" | "prefix" | "scope" | "secretHash" | "createdBy"
>;

/** Writes a key: the digest of its secret, never the secret. */
export async function writeApiKey(
  executor: Executor,
  workspaceId: WorkspaceId,
  key: NewKey,
): Promise<void> {
  await executor.insert(apiKeys).values({ ...key, workspaceId });
}

/**
 * Closes a key for good.
 *
 * @returns its name; null when there is no such key, or it is closed already.
 */
export async function revokeApiKey(
  executor: Executor,
  workspaceId: WorkspaceId,
  id: RowId,
): Promise<string | null> {
  const [row] = await executor
    .update(apiKeys)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(apiKeys.workspaceId, workspaceId), eq(apiKeys.id, id), isNull(apiKeys.revokedAt)))
    .returning({ name: apiKeys.name });
  return row?.name ?? null;
}

/** Notes that a key was used; at most once a minute, so that a busy key is no hot row. */
export async function noteApiKeyUse(
  executor: Executor,
  workspaceId: WorkspaceId,
  id: RowId,
): Promise<void> {
  await executor
    .update(apiKeys)
    .set({ lastUsedAt: sql`now()` })
    .where(
      and(
        eq(apiKeys.workspaceId, workspaceId),
        eq(apiKeys.id, id),
        sql`(${apiKeys.lastUsedAt} IS NULL OR ${apiKeys.lastUsedAt} < now() - interval '1 minute')`,
      ),
    );
}
