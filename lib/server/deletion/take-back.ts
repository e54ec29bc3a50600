import type { Transaction } from "@/db/client";
import { insertNewRows } from "@/db/commands/insert-rows";
import type { CallRow } from "@/db/queries/deletion/list-doomed";
import { totalDeltas } from "@/db/schema";
import { deltaOf, sumDeltas } from "@/lib/server/imports/total-deltas";

/** Takes calls out of the kept totals, by the rule that counted them. @returns how many counted. */
export async function takeBack(tx: Transaction, rows: readonly CallRow[]): Promise<number> {
  const counted = rows.filter((row) => row.mergedInto === null);
  const deltas = sumDeltas(counted.map((row) => deltaOf(row, -1)));
  await insertNewRows(tx, totalDeltas, deltas, totalDeltas.kindId);
  return counted.length;
}
