import { and, desc, eq } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { projections, users } from "@/db/schema";
import type { WorkspaceId } from "@/lib/ids";

const HEAD = {
  number: projections.number,
  name: projections.name,
  keptBy: users.name,
  createdAt: projections.createdAt,
};

/** A kept projection in a list. */
export interface KeptHead {
  readonly number: number;
  readonly name: string;
  /** Null when their account is gone. */
  readonly keptBy: string | null;
  readonly createdAt: string;
}

/** The kept projections of a workspace, the newest first. */
export function listProjections(executor: Executor, workspaceId: WorkspaceId): Promise<KeptHead[]> {
  return executor
    .select(HEAD)
    .from(projections)
    .leftJoin(users, eq(users.id, projections.createdBy))
    .where(eq(projections.workspaceId, workspaceId))
    .orderBy(desc(projections.number));
}

/** A kept projection whole, as it was stored; null when there is none of this number. */
export async function getProjection(
  executor: Executor,
  workspaceId: WorkspaceId,
  number: number,
): Promise<(KeptHead & { inputsHash: string; result: unknown }) | null> {
  const [row] = await executor
    .select({ ...HEAD, inputsHash: projections.inputsHash, result: projections.result })
    .from(projections)
    .leftJoin(users, eq(users.id, projections.createdBy))
    .where(and(eq(projections.workspaceId, workspaceId), eq(projections.number, number)));
  return row ?? null;
}
