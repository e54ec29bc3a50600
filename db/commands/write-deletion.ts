import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { deletions } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";

export type DeletionRow = typeof deletions.$inferSelect;

export type NewDeletion = Pick<DeletionRow, "id" | "what" | "subject" | "callsTotal" | "createdBy">;

/** Writes that something is to be deleted and queues the job that does it, both or neither. */
export async function openDeletion(
  tx: Transaction,
  workspaceId: WorkspaceId,
  given: NewDeletion,
): Promise<void> {
  await tx.insert(deletions).values({ workspaceId, state: "queued", ...given });
  // one queue a workspace: its deletions run one after the other
  await tx.execute(sql`SELECT graphile_worker.add_job('run-deletion',
    payload => ${JSON.stringify({ workspaceId, id: given.id })}::json,
    queue_name => ${`deletion ${workspaceId}`})`);
}

/** The deletion, locked; null when its workspace has gone with it. */
export async function holdDeletion(
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: RowId,
): Promise<DeletionRow | null> {
  const [row] = await tx
    .select()
    .from(deletions)
    .where(and(eq(deletions.workspaceId, workspaceId), eq(deletions.id, id)))
    .for("update");
  return row ?? null;
}

/** Counts a batch, in its transaction. */
export async function advanceDeletion(
  tx: Transaction,
  { workspaceId, id }: Pick<DeletionRow, "workspaceId" | "id">,
  state: "running" | "done",
  callsGone: number,
): Promise<void> {
  await tx
    .update(deletions)
    .set({
      state,
      callsDone: sql`${deletions.callsDone} + ${callsGone}`,
      batches: sql`${deletions.batches} + 1`,
      startedAt: sql`coalesce(${deletions.startedAt}, now())`,
      ...(state === "done" && { finishedAt: sql`now()` }),
    })
    .where(and(eq(deletions.workspaceId, workspaceId), eq(deletions.id, id)));
}

/** Says that a deletion broke off; the queue tries it again, and it goes on where it stopped. */
export async function failDeletion(
  executor: Pick<Transaction, "update">,
  workspaceId: WorkspaceId,
  id: RowId,
): Promise<void> {
  await executor
    .update(deletions)
    .set({ state: "failed" })
    .where(and(eq(deletions.workspaceId, workspaceId), eq(deletions.id, id)));
}
