import { and, eq, gte, inArray, lt, type SQL, sql } from "drizzle-orm";
import { auditLog } from "@/db/schema";
import { type AuditFilter } from "@/lib/audit/audit-query";
import { DEED_KINDS } from "@/lib/audit/deed-kinds";
import type { WorkspaceId } from "@/lib/ids";

/** The rows of the log that a filter asks for. */
export function auditConditions(
  workspaceId: WorkspaceId,
  { actor, kind, from, until }: AuditFilter,
): SQL | undefined {
  const nouns = DEED_KINDS.find(({ id }) => id === kind)?.nouns;
  return and(
    eq(auditLog.workspaceId, workspaceId),
    actor === null ? undefined : eq(auditLog.actor, actor),
    nouns && inArray(sql`split_part(${auditLog.action}, '.', 1)`, [...nouns]),
    from === null ? undefined : gte(auditLog.createdAt, `${from}T00:00:00Z`),
    until === null
      ? undefined
      : lt(auditLog.createdAt, sql`${`${until}T00:00:00Z`}::timestamptz + interval '1 day'`),
  );
}
