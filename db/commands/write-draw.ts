import { desc, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { codebooks, drawFrame, drawItems, draws, drawStrata, workspaces } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";
import { insertNewRows } from "./insert-rows";

type New<Table extends { $inferInsert: unknown }> = Omit<Table["$inferInsert"], "workspaceId">;

export type NewDraw = DrawRows & {
  draw: Omit<New<typeof draws>, "number" | "codebookId">;
};

/** What a draw, or an extension of it, adds. */
export type DrawRows = {
  strata: Omit<New<typeof drawStrata>, "drawId">[];
  frame: Omit<New<typeof drawFrame>, "drawId">[];
  items: Omit<New<typeof drawItems>, "drawId">[];
};

/** Rows that one statement carries. */
const CHUNK = 20_000;

/**
 * Writes a draw with its frozen frame; it asks by the newest codebook.
 *
 * @returns the draw's number, which is the next of the workspace.
 */
export async function writeDraw(
  tx: Transaction,
  workspaceId: WorkspaceId,
  { draw, ...rows }: NewDraw,
): Promise<number> {
  // two draws at once take their numbers one after the other
  await tx
    .select({ id: workspaces.id })
    .from(workspaces)
    .where(eq(workspaces.id, workspaceId))
    .for("update");
  const number = (await newestNumber(tx, workspaceId)) + 1;
  const codebookId = await newestCodebook(tx, workspaceId);
  await tx.insert(draws).values({ ...draw, workspaceId, number, codebookId });
  await writeDrawRows(tx, workspaceId, draw.id, rows);
  return number;
}

/** Adds strata, places in the frame and drawn items to a draw. */
export async function writeDrawRows(
  tx: Transaction,
  workspaceId: WorkspaceId,
  drawId: RowId,
  { strata, frame, items }: DrawRows,
): Promise<void> {
  const own = { workspaceId, drawId };
  if (strata.length > 0) {
    await tx.insert(drawStrata).values(strata.map((row) => ({ ...row, ...own })));
  }
  for (let from = 0; from < frame.length; from += CHUNK) {
    const rows = frame.slice(from, from + CHUNK).map((row) => ({ ...row, ...own }));
    await insertNewRows(tx, drawFrame, rows, drawFrame.callId);
  }
  const itemRows = items.map((row) => ({ ...row, ...own }));
  await insertNewRows(tx, drawItems, itemRows, drawItems.id);
}

async function newestNumber(tx: Transaction, workspaceId: WorkspaceId): Promise<number> {
  const [row] = await tx
    .select({ number: draws.number })
    .from(draws)
    .where(eq(draws.workspaceId, workspaceId))
    .orderBy(desc(draws.number))
    .limit(1);
  return row?.number ?? 0;
}

async function newestCodebook(tx: Transaction, workspaceId: WorkspaceId): Promise<RowId> {
  const [row] = await tx
    .select({ id: codebooks.id })
    .from(codebooks)
    .where(eq(codebooks.workspaceId, workspaceId))
    .orderBy(desc(codebooks.version))
    .limit(1);
  if (!row) throw new Error(`workspace ${workspaceId} has no codebook`);
  return row.id;
}
