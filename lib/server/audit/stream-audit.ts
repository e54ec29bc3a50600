import { auditConditions } from "@/db/queries/audit/audit-conditions";
import { listAudit, type StoredDeed } from "@/db/queries/audit/list-audit";
import { type AuditFilter, parseAuditQuery } from "@/lib/audit/audit-query";
import { AUDIT_COLUMNS, AuditRow } from "@/lib/audit/audit-row";
import { sayDeed } from "@/lib/audit/deed-words";
import type { WorkspaceId } from "@/lib/ids";
import type { Cursor } from "@/lib/paging/keyset";
import { getDatabase } from "@/lib/server/database";
import { refusalResponse } from "@/lib/server/edge";
import { streamRows } from "@/lib/server/stream-rows";

const PAGE = 500;

/** Every deed that the address asks for, as one file. */
export function streamAudit(
  workspaceId: WorkspaceId,
  request: Request,
  format: "csv" | "json",
): Response {
  const params = Object.fromEntries(new URL(request.url).searchParams);
  // the file is the whole list, whatever page of it is open
  const query = parseAuditQuery({ ...params, cursor: undefined });
  if (!query.ok) return refusalResponse(query);
  return streamRows(allRows(workspaceId, query.value), AUDIT_COLUMNS, { name: "audit", format });
}

async function* allRows(workspaceId: WorkspaceId, filter: AuditFilter): AsyncGenerator<AuditRow[]> {
  const condition = auditConditions(workspaceId, filter);
  let cursor: Cursor | null = null;
  do {
    const asked: { cursor: Cursor | null; limit: number } = { cursor, limit: PAGE };
    // oxlint-disable-next-line no-await-in-loop -- one page at a time keeps memory flat
    const { rows, next } = await listAudit(getDatabase(), condition, asked);
    yield rows.map(toRow);
    cursor = next;
  } while (cursor !== null);
}

/** A deed as it leaves the house, checked before it does. */
function toRow(row: StoredDeed): AuditRow {
  const { id, createdAt, actor, who, action, subject, detail } = row;
  return AuditRow.parse({
    id,
    at: new Date(createdAt).toISOString(),
    actor,
    actor_name: who,
    action,
    subject,
    says: sayDeed(row),
    detail: JSON.stringify(detail),
  });
}
