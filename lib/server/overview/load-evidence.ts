import type { Transaction } from "@/db/client";
import { listClusters, listKinds } from "@/db/queries/clusters/list-clusters";
import { countAllCalls } from "@/db/queries/overview/count-all-calls";
import {
  listDrawnItems,
  listDraws,
  listFramePlaces,
  listStrata,
} from "@/db/queries/overview/list-sample";
import { listCodebookVersions, listStoredLabels } from "@/db/queries/overview/list-stored-labels";
import { listTotalBuckets } from "@/db/queries/overview/list-total-buckets";
import { listLivePrices } from "@/db/queries/pricing/list-price-overrides";
import { listHumanFacingRules } from "@/db/queries/scope/list-human-facing-rules";
import type { WorkspaceId } from "@/lib/ids";
import type { Sight } from "@/lib/labelling/blind";
import { combineDraws } from "@/lib/overview/combine-draws";
import type { Evidence } from "@/lib/overview/evidence";
import { narrowSample } from "@/lib/overview/narrow-sample";
import { settleCalls } from "@/lib/overview/settle-calls";
import { isHumanFacing } from "@/lib/scope/human-facing";
import { allowsTalk } from "@/lib/scope/in-scope";
import { narrows, parseStoredScope, type Scope } from "@/lib/scope/scope";
import { type Scoping, summarizeScope } from "@/lib/scope/scope-summary";
import { getDatabase } from "@/lib/server/database";
import { countFramesOnce } from "./count-frames-once";

/** The rows that evidence is made of; a release is stored against a hash of them. */
export type EvidenceRows = Awaited<ReturnType<typeof readRows>>;

/**
 * What shares, savings and decisions within a scope are made from: kept totals, draws and labels. Calls
 * are not scanned; their frames are, where the scope narrows. All of it is of one moment: a draw made
 * meanwhile is there as a whole or not at all.
 *
 * @param sight whose labels the reader may see: `sightOf` of a member, all for a key of the API
 */
export async function loadEvidence(
  workspaceId: WorkspaceId,
  scope: Scope,
  sight: Sight,
  pass: Evidence["pass"] = null,
): Promise<{ evidence: Evidence; rows: EvidenceRows }> {
  const rows = await getDatabase().transaction((tx) => readRows(tx, workspaceId, scope, sight), {
    isolationLevel: "repeatable read",
    accessMode: "read only",
  });
  const { draws, items, strata, places, sizes, labels, codebooks, clusters } = rows;
  const sample = combineDraws(draws, items, strata, places);
  const inScope = new Set(items.flatMap((item) => (item.inScope ? [item.callId] : [])));
  const names = new Map(clusters.map(({ id, name }) => [id, name]));
  return {
    evidence: {
      scope: summarizeScope(rows.scoping, rows.allKinds, rows.allCalls, names),
      clusters,
      buckets: rows.buckets,
      sample: sizes === null ? sample : narrowSample(sample, sizes, inScope),
      labelled: settleCalls(labels, codebooks, pass?.id),
      pass,
      draws: draws.length,
      overrides: rows.overrides,
    },
    rows,
  };
}

async function readRows(tx: Transaction, workspaceId: WorkspaceId, scope: Scope, sight: Sight) {
  const scoping: Scoping = { scope, rules: await listHumanFacingRules(tx, workspaceId) };
  const whoever: Scoping = { ...scoping, scope: { ...scope, humanFacing: "with" } };
  const [clusters, allKinds, allCalls, buckets] = await Promise.all([
    listClusters(tx, workspaceId),
    listKinds(tx, workspaceId, whoever),
    countAllCalls(tx, workspaceId),
    listTotalBuckets(tx, workspaceId, scoping),
  ]);
  const [draws, strata, items, labels, codebooks, overrides] = await Promise.all([
    listDraws(tx, workspaceId),
    listStrata(tx, workspaceId),
    listDrawnItems(tx, workspaceId, scoping),
    listStoredLabels(tx, workspaceId, scoping, sight),
    listCodebookVersions(tx, workspaceId),
    listLivePrices(tx, workspaceId),
  ]);
  const places = draws.length < 2 ? [] : await listFramePlaces(tx, workspaceId);
  // frames of several scopes overlap: what they hold together, no single one of them knows
  const differ = draws.length > 1 && draws.some((draw) => narrows(parseStoredScope(draw.scope)));
  const seen = { draws, strata, buckets, allKinds };
  const sizes =
    narrows(scope) || differ ? await countFramesOnce(tx, workspaceId, scoping, seen) : null;
  const kinds = allKinds.filter((kind) => allowsTalk(scope, isHumanFacing(kind, scoping.rules)));
  const sampled = { draws, strata, items, places, sizes };
  return {
    scoping,
    clusters,
    allKinds,
    kinds,
    allCalls,
    buckets,
    ...sampled,
    labels,
    codebooks,
    overrides,
  };
}
