import { auditConditions } from "@/db/queries/audit/audit-conditions";
import { listAudit, listAuditActors, type StoredDeed } from "@/db/queries/audit/list-audit";
import { findImports } from "@/db/queries/imports/find-imports";
import type { AuditEntry, AuditPage } from "@/lib/audit/audit-entry";
import { parseAuditQuery, writeAuditCursor } from "@/lib/audit/audit-query";
import { nounOf } from "@/lib/audit/deed-kinds";
import { sayDeed, sayRest } from "@/lib/audit/deed-words";
import { subjectPath } from "@/lib/audit/subject-path";
import { ok, refused, type Result } from "@/lib/result";
import { getDatabase } from "@/lib/server/database";
import { mayAct, requireMember } from "@/lib/server/gate";

const PAGE = 50;
const ANY = { actor: null, kind: null, from: null, until: null };

/** A page of the audit log, for admins; refuses parameters that mean nothing. */
export async function loadAudit(
  slug: string,
  params: Readonly<Record<string, unknown>>,
): Promise<Result<AuditPage>> {
  const { workspaceId, role } = await requireMember(slug);
  if (!mayAct(role, "admin")) {
    return refused("forbidden", `Reading the audit log needs the role admin; yours is ${role}.`);
  }
  const query = parseAuditQuery(params);
  if (!query.ok) return query;
  const db = getDatabase();
  const { cursor } = query.value;
  const [page, actors] = await Promise.all([
    listAudit(db, auditConditions(workspaceId, query.value), { cursor, limit: PAGE }),
    listAuditActors(db, auditConditions(workspaceId, ANY)),
  ]);
  const ofImports = page.rows.filter(({ action }) => nounOf(action) === "import");
  const imports = await findImports(
    db,
    workspaceId,
    ofImports.map(({ subject }) => subject),
  );
  return ok({
    entries: page.rows.map((row) => toEntry(row, imports)),
    actors: actors.map(({ id, who }) => ({ id, name: who ?? "Somebody who is gone" })),
    previous: writeAuditCursor(page.previous),
    next: writeAuditCursor(page.next),
  });
}

function toEntry(row: StoredDeed, imports: ReadonlySet<string>): AuditEntry {
  const { id, createdAt, who } = row;
  return {
    id,
    at: new Date(createdAt).toISOString(),
    who,
    says: sayDeed(row),
    rest: sayRest(row),
    path: subjectPath(row, imports),
  };
}
