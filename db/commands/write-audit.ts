import { randomUUID } from "node:crypto";
import type { Executor } from "@/db/client";
import { auditLog } from "@/db/schema";
import { cleanStrings } from "@/lib/formats/clean-strings";
import type { WorkspaceId } from "@/lib/ids";

export type AuditEntry = {
  /** A user id, `key:<api key id>`, or `system`. */
  actor: string;
  /** `noun.verb` */
  action: string;
  subject: string;
  detail?: Record<string, unknown>;
};

/** Writes what was done; call it in the transaction of the deed. */
export async function writeAudit(
  executor: Executor,
  workspaceId: WorkspaceId,
  entry: AuditEntry,
): Promise<void> {
  const detail = entry.detail && (cleanStrings(entry.detail) as AuditEntry["detail"]);
  await executor.insert(auditLog).values({ workspaceId, id: randomUUID(), ...entry, detail });
}
