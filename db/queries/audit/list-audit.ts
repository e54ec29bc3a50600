import { and, asc, desc, eq, type SQL, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { apiKeys, auditLog, users } from "@/db/schema";
import type { Cursor, Page } from "@/lib/paging/keyset";

/** The name of who did it: a person's, or a key's; null when it is gone. */
const who = sql<string | null>`coalesce(${users.name}, 'API key “' || ${apiKeys.name} || '”',
  CASE WHEN ${auditLog.actor} = 'system' THEN 'Assay' END)`;

/** One page of the log, newest first. */
export async function listAudit(
  executor: Executor,
  condition: SQL | undefined,
  { cursor, limit }: { cursor: Cursor | null; limit: number },
): Promise<Page<StoredDeed>> {
  const backwards = cursor?.before ?? false;
  // one row more than asked for says whether there is another page
  const found = await selectAudit(executor, condition, { cursor, limit: limit + 1 });
  const rows = found.slice(0, limit);
  if (backwards) rows.reverse();
  const more = found.length > limit;
  const [first, last] = [rows.at(0), rows.at(-1)];
  const place = (row: StoredDeed, before: boolean): Cursor => ({
    value: row.createdAt,
    id: row.id,
    before,
  });
  return {
    rows,
    previous: first && (backwards ? more : cursor !== null) ? place(first, true) : null,
    next: last && (backwards || more) ? place(last, false) : null,
  };
}

export type StoredDeed = Awaited<ReturnType<typeof selectAudit>>[number];

/** The statement behind a page, in the order of its walk. */
function selectAudit(
  executor: Executor,
  condition: SQL | undefined,
  { cursor, limit }: { cursor: Cursor | null; limit: number },
) {
  const backwards = cursor?.before ?? false;
  const beyond = sql.raw(backwards ? ">" : "<");
  const order = backwards ? asc : desc;
  return executor
    .select({
      id: auditLog.id,
      createdAt: auditLog.createdAt,
      actor: auditLog.actor,
      who,
      action: auditLog.action,
      subject: auditLog.subject,
      detail: auditLog.detail,
    })
    .from(auditLog)
    .leftJoin(users, eq(users.id, auditLog.actor))
    .leftJoin(
      apiKeys,
      and(
        eq(apiKeys.workspaceId, auditLog.workspaceId),
        eq(sql`'key:' || ${apiKeys.id}`, auditLog.actor),
      ),
    )
    .where(
      and(
        condition,
        cursor === null
          ? undefined
          : sql`(${auditLog.createdAt}, ${auditLog.id}) ${beyond} (${cursor.value}::timestamptz, ${cursor.id}::uuid)`,
      ),
    )
    .orderBy(order(auditLog.createdAt), order(auditLog.id))
    .limit(limit);
}

/** Everybody who stands in the log of a workspace, by name. */
export function listAuditActors(
  executor: Executor,
  condition: SQL | undefined,
): Promise<{ id: string; who: string | null }[]> {
  return executor
    .selectDistinct({ id: auditLog.actor, who })
    .from(auditLog)
    .leftJoin(users, eq(users.id, auditLog.actor))
    .leftJoin(
      apiKeys,
      and(
        eq(apiKeys.workspaceId, auditLog.workspaceId),
        eq(sql`'key:' || ${apiKeys.id}`, auditLog.actor),
      ),
    )
    .where(condition)
    .orderBy(asc(who), asc(auditLog.actor));
}
