import type { Transaction } from "@/db/client";
import { promoteRepeats } from "@/db/commands/promote-repeats";
import { insertNewRows } from "@/db/commands/insert-rows";
import type { CallRow } from "@/db/queries/deletion/list-doomed";
import { totalDeltas } from "@/db/schema";
import type { WorkspaceId } from "@/lib/ids";
import { deltaOf, sumDeltas } from "@/lib/server/imports/total-deltas";

/** Takes calls out of the kept totals, by the rule that counted them. @returns how many counted. */
export async function takeBack(tx: Transaction, rows: readonly CallRow[]): Promise<number> {
  const counted = rows.filter((row) => row.mergedInto === null);
  const deltas = sumDeltas(counted.map((row) => deltaOf(row, -1)));
  await insertNewRows(tx, totalDeltas, deltas, totalDeltas.kindId);
  return counted.length;
}

/** What calls that have been deleted leave to those alike: see {@link promoteRepeats}. */
export async function passOn(
  tx: Transaction,
  workspaceId: WorkspaceId,
  rows: readonly CallRow[],
): Promise<void> {
  const first = rows.filter((row) => !row.nearDuplicate && row.mergedInto === null);
  await promoteRepeats(
    tx,
    workspaceId,
    first.flatMap((row) => row.fingerprint ?? []),
  );
}
