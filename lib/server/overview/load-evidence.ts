import type { Transaction } from "@/db/client";
import { listClusters } from "@/db/queries/clusters/list-clusters";
import {
  listDrawnItems,
  listDraws,
  listFramePlaces,
  listStrata,
} from "@/db/queries/overview/list-sample";
import { listCodebookVersions, listStoredLabels } from "@/db/queries/overview/list-stored-labels";
import { listTotalBuckets } from "@/db/queries/overview/list-total-buckets";
import { listLivePrices } from "@/db/queries/pricing/list-price-overrides";
import type { WorkspaceId } from "@/lib/ids";
import { combineDraws } from "@/lib/overview/combine-draws";
import type { Evidence } from "@/lib/overview/evidence";
import { settleCalls } from "@/lib/overview/settle-calls";
import { getDatabase } from "@/lib/server/database";

/** The rows that evidence is made of; a release is stored against a hash of them. */
export type EvidenceRows = Awaited<ReturnType<typeof readRows>>;

/**
 * What shares, savings and decisions are made from: kept totals, draws and labels; never a scan of calls.
 * All of it is of one moment: a draw made meanwhile is there as a whole or not at all.
 */
export async function loadEvidence(
  workspaceId: WorkspaceId,
): Promise<{ evidence: Evidence; rows: EvidenceRows }> {
  const { rows, places } = await getDatabase().transaction(
    async (tx) => {
      const rows = await readRows(tx, workspaceId);
      const places = rows.draws.length < 2 ? [] : await listFramePlaces(tx, workspaceId);
      return { rows, places };
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
  const { draws, items, strata, labels, codebooks } = rows;
  return {
    evidence: {
      clusters: rows.clusters,
      buckets: rows.buckets,
      sample: combineDraws(draws, items, strata, places),
      labelled: settleCalls(labels, codebooks),
      draws: draws.length,
      overrides: rows.overrides,
    },
    rows,
  };
}

async function readRows(tx: Transaction, workspaceId: WorkspaceId) {
  const [clusters, buckets, draws, strata, items, labels, codebooks, overrides] = await Promise.all(
    [
      listClusters(tx, workspaceId),
      listTotalBuckets(tx, workspaceId),
      listDraws(tx, workspaceId),
      listStrata(tx, workspaceId),
      listDrawnItems(tx, workspaceId),
      listStoredLabels(tx, workspaceId),
      listCodebookVersions(tx, workspaceId),
      listLivePrices(tx, workspaceId),
    ],
  );
  return { clusters, buckets, draws, strata, items, labels, codebooks, overrides };
}
