import { randomUUID } from "node:crypto";
import { writeAudit } from "@/db/commands/write-audit";
import { openDeletion } from "@/db/commands/write-deletion";
import { countDoomed } from "@/db/queries/deletion/count-doomed";
import { getImport } from "@/db/queries/imports/list-imports";
import { getTrace } from "@/db/queries/traces/get-trace";
import type { Transaction } from "@/db/client";
import { ROLLING_SOURCES } from "@/db/schema";
import { DeletionScope, type DoomedCounts } from "@/lib/deletion/deletion-scope";
import type { RowId, WorkspaceId } from "@/lib/ids";
import { ok, refused, type Refusal, type Result } from "@/lib/result";
import { getDatabase } from "@/lib/server/database";
import { mayAct, type Membership } from "@/lib/server/gate";

export type StartedDeletion = { id: RowId; counts: DoomedCounts };

type Member = Pick<Membership, "workspaceId" | "role" | "actor">;

/**
 * Asks for a trace, an import or everything older than a moment to be deleted. The row, the job and
 * the audit entry are one transaction; the job does the work.
 */
export async function startDeletion(
  member: Member,
  input: unknown,
): Promise<Result<StartedDeletion>> {
  const { workspaceId, role, actor } = member;
  if (!mayAct(role, "admin")) {
    return refused("forbidden", `Deleting needs the role admin; yours is ${role}.`);
  }
  const parsed = DeletionScope.safeParse(input);
  if (!parsed.success) {
    return refused("invalid", parsed.error.issues.map((issue) => issue.message).join(". "));
  }
  return getDatabase().transaction(async (tx) => {
    const refusal = await refuseSubject(tx, workspaceId, parsed.data);
    return refusal ?? ok(await queueDeletion(tx, workspaceId, actor, parsed.data));
  });
}

/** Queues a deletion; whoever calls it has proved that it may be. */
export async function queueDeletion(
  tx: Transaction,
  workspaceId: WorkspaceId,
  actor: string,
  scope: DeletionScope,
): Promise<StartedDeletion> {
  const counts = await countDoomed(tx, workspaceId, scope);
  const id = randomUUID();
  const { what, subject } = scope;
  await openDeletion(tx, workspaceId, {
    id,
    what,
    subject,
    callsTotal: counts.calls,
    createdBy: actor,
  });
  const detail = { deletion: id, ...counts };
  await writeAudit(tx, workspaceId, { actor, action: `${what}.delete`, subject, detail });
  return { id, counts };
}

async function refuseSubject(
  tx: Transaction,
  workspaceId: WorkspaceId,
  { what, subject }: DeletionScope,
): Promise<Refusal | null> {
  if (what === "trace") {
    const trace = await getTrace(tx, workspaceId, subject);
    return trace ? null : refused("not_found", "There is no such trace.");
  }
  if (what === "import") {
    const row = await getImport(tx, workspaceId, subject);
    if (!row) return refused("not_found", "There is no such import.");
    const isRolling = ROLLING_SOURCES.some((source) => source === row.source);
    if (row.state !== "running" || isRolling) return null;
    return refused("conflict", "This import is still running. Cancel it, or wait for its end.");
  }
  const isFuture = Date.parse(subject) > Date.now();
  return isFuture ? refused("invalid", "Give a moment that has passed.") : null;
}
