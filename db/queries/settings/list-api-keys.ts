import { asc, desc, eq } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { apiKeys, users } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";
import type { KeyScope } from "@/lib/workspaces/key-scope";

export interface ApiKeyRow {
  readonly id: RowId;
  readonly name: string;
  /** The beginning of the secret, to tell keys apart. */
  readonly prefix: string;
  readonly scope: KeyScope;
  /** Who made it; null when their account is gone. */
  readonly madeBy: string | null;
  readonly createdAt: string;
  /** Null when it was never used. */
  readonly lastUsedAt: string | null;
  /** Null while it works. */
  readonly revokedAt: string | null;
}

/** The keys of a workspace: those that work first, then the newest. */
export function listApiKeys(executor: Executor, workspaceId: WorkspaceId): Promise<ApiKeyRow[]> {
  return executor
    .select({
      id: apiKeys.id,
      name: apiKeys.name,
      prefix: apiKeys.prefix,
      scope: apiKeys.scope,
      madeBy: users.name,
      createdAt: apiKeys.createdAt,
      lastUsedAt: apiKeys.lastUsedAt,
      revokedAt: apiKeys.revokedAt,
    })
    .from(apiKeys)
    .leftJoin(users, eq(users.id, apiKeys.createdBy))
    .where(eq(apiKeys.workspaceId, workspaceId))
    .orderBy(desc(apiKeys.revokedAt), desc(apiKeys.createdAt), asc(apiKeys.id));
}
