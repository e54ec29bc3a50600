import { and, eq, inArray } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { media } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";

/** Stored bytes by their digest; null when they are not kept. */
export async function getMedia(executor: Executor, workspaceId: WorkspaceId, id: RowId) {
  const [row] = await executor
    .select({ mediaType: media.mediaType, bytes: media.bytes })
    .from(media)
    .where(and(eq(media.workspaceId, workspaceId), eq(media.id, id)));
  return row ?? null;
}

/** Which of these digests have stored bytes. */
export async function listKeptMedia(
  executor: Executor,
  workspaceId: WorkspaceId,
  ids: readonly RowId[],
): Promise<Set<RowId>> {
  if (ids.length === 0) return new Set();
  const rows = await executor
    .select({ id: media.id })
    .from(media)
    .where(and(eq(media.workspaceId, workspaceId), inArray(media.id, [...ids])));
  return new Set(rows.map(({ id }) => id));
}
