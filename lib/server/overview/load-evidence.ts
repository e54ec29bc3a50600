import { listClusters } from "@/db/queries/clusters/list-clusters";
import {
  listDrawnItems,
  listDraws,
  listFramePlaces,
  listStrata,
} from "@/db/queries/overview/list-sample";
import { listCodebookVersions, listStoredLabels } from "@/db/queries/overview/list-stored-labels";
import { listTotalBuckets } from "@/db/queries/overview/list-total-buckets";
import type { WorkspaceId } from "@/lib/ids";
import { combineDraws } from "@/lib/overview/combine-draws";
import type { Evidence } from "@/lib/overview/evidence";
import { settleCalls } from "@/lib/overview/settle-calls";
import { getDatabase } from "@/lib/server/database";

/** The rows that evidence is made of; a release is stored against a hash of them. */
export type EvidenceRows = Awaited<ReturnType<typeof readRows>>;

/** What shares, savings and decisions are made from: kept totals, draws and labels; never a scan of calls. */
export async function loadEvidence(
  workspaceId: WorkspaceId,
): Promise<{ evidence: Evidence; rows: EvidenceRows }> {
  const rows = await readRows(workspaceId);
  const { draws, items, strata, labels, codebooks } = rows;
  const places = draws.length < 2 ? [] : await listFramePlaces(getDatabase(), workspaceId);
  return {
    evidence: {
      clusters: rows.clusters,
      buckets: rows.buckets,
      sample: combineDraws(draws, items, strata, places),
      labelled: settleCalls(labels, codebooks),
      draws: draws.length,
    },
    rows,
  };
}

async function readRows(workspaceId: WorkspaceId) {
  const db = getDatabase();
  const [clusters, buckets, draws, strata, items, labels, codebooks] = await Promise.all([
    listClusters(db, workspaceId),
    listTotalBuckets(db, workspaceId),
    listDraws(db, workspaceId),
    listStrata(db, workspaceId),
    listDrawnItems(db, workspaceId),
    listStoredLabels(db, workspaceId),
    listCodebookVersions(db, workspaceId),
  ]);
  return { clusters, buckets, draws, strata, items, labels, codebooks };
}
