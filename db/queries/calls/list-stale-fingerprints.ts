import { and, asc, eq, gt, isNull, or, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { calls, imports } from "@/db/schema";
import { FINGERPRINT_VERSION } from "@/lib/curation/fingerprint";
import type { RowId, WorkspaceId } from "@/lib/ids";

/** A place among the calls of a workspace in the order in which they were stored. */
export type StoredPlace = { importId: RowId; ordinal: number; id: RowId };

export type StaleCall = StoredPlace & {
  contentId: RowId;
  requestNodeId: RowId | null;
  settingsId: RowId | null;
};

/**
 * The next calls of an import that have messages, and no fingerprint of the present version, in the
 * order in which they were stored.
 */
export function listStaleFingerprints(
  executor: Executor,
  workspaceId: WorkspaceId,
  importId: RowId,
  after: Pick<StoredPlace, "ordinal" | "id"> | null,
  limit: number,
): Promise<StaleCall[]> {
  return executor
    .select({
      importId: calls.importId,
      ordinal: calls.ordinal,
      id: calls.id,
      contentId: calls.contentId,
      requestNodeId: calls.requestNodeId,
      settingsId: calls.settingsId,
    })
    .from(calls)
    .where(
      and(
        eq(calls.workspaceId, workspaceId),
        eq(calls.importId, importId),
        after === null
          ? undefined
          : sql`(${calls.ordinal}, ${calls.id}) > (${after.ordinal}, ${after.id})`,
        isNull(calls.mergedInto),
        gt(calls.messageCount, 0),
        sql`${calls.fingerprintVersion} IS DISTINCT FROM ${FINGERPRINT_VERSION}`,
      ),
    )
    .orderBy(asc(calls.ordinal), asc(calls.id))
    .limit(limit);
}

/** The import after this one in the order in which they began; null after the last. */
export async function getImportAfter(
  executor: Executor,
  workspaceId: WorkspaceId,
  importId: RowId | null,
): Promise<RowId | null> {
  const [before] = importId
    ? await executor
        .select({ createdAt: imports.createdAt })
        .from(imports)
        .where(and(eq(imports.workspaceId, workspaceId), eq(imports.id, importId)))
    : [];
  const later = before && gt(imports.createdAt, before.createdAt);
  const same =
    before && and(eq(imports.createdAt, before.createdAt), gt(imports.id, importId ?? ""));
  const [next] = await executor
    .select({ id: imports.id })
    .from(imports)
    .where(and(eq(imports.workspaceId, workspaceId), before && or(later, same)))
    .orderBy(asc(imports.createdAt), asc(imports.id))
    .limit(1);
  return next?.id ?? null;
}
