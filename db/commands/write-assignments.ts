import { randomUUID } from "node:crypto";
import type { Transaction } from "@/db/client";
import { assignments } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";
import type { Slot } from "@/lib/labelling/deal-slots";
import { insertNewRows } from "./insert-rows";

/** Rows that one statement carries. */
const CHUNK = 20_000;

/**
 * Opens slots of a draw's items, for the queue to hand out. A slot that is there already stays as it
 * is, so that a draw that is extended names all its slots again without harm.
 */
export async function writeAssignments(
  tx: Transaction,
  workspaceId: WorkspaceId,
  drawId: RowId,
  slots: readonly Slot[],
): Promise<void> {
  for (let from = 0; from < slots.length; from += CHUNK) {
    const rows = slots
      .slice(from, from + CHUNK)
      .map((slot) => ({ ...slot, workspaceId, drawId, id: randomUUID() }));
    await insertNewRows(tx, assignments, rows, assignments.id);
  }
}
