import { listSilentCalls } from "@/db/queries/savings/list-silent-calls";
import type { WorkspaceId } from "@/lib/ids";
import type { Sight } from "@/lib/labelling/blind";
import { assembleAudit, type Audit } from "@/lib/overview/audit";
import { type CacheDoubt, computeCacheDoubt } from "@/lib/overview/cache-doubt";
import {
  computeSavings,
  type SavingsInput,
  type SavingsView,
} from "@/lib/overview/compute-savings";
import type { Evidence } from "@/lib/overview/evidence";
import type { AuditParams } from "@/lib/overview/params";
import { type SavingsAnswer, toSavingsAnswer } from "@/lib/overview/savings-answer";
import { toSavingsInput } from "@/lib/overview/savings-input";
import { listPricesUsed, type UsedPrice } from "@/lib/pricing/list-prices-used";
import { estimateRepeats } from "@/lib/savings/estimate-repeats";
import { addBases } from "@/lib/savings/total-basis";
import type { Scope } from "@/lib/scope/scope";
import { getDatabase } from "@/lib/server/database";
import type { KeyHolder } from "@/lib/server/gate";
import { type EvidenceRows, loadEvidence } from "@/lib/server/overview/load-evidence";

/** Savings of a scope on some assumptions, and all that they stand on. */
export interface GatheredSavings {
  readonly evidence: Evidence;
  readonly rows: EvidenceRows;
  readonly audit: Audit;
  readonly input: SavingsInput;
  readonly view: SavingsView;
  readonly prices: readonly UsedPrice[];
  readonly doubt: CacheDoubt | null;
  readonly answer: SavingsAnswer;
}

/** Gathers what the savings page, its files and the API say: one computation for all of them. */
export async function gatherSavings(
  { workspaceId, workspace }: Pick<KeyHolder, "workspaceId" | "workspace">,
  params: AuditParams,
  scope: Scope,
  sight: Sight,
): Promise<GatheredSavings> {
  const { evidence, rows } = await loadEvidence(workspaceId, scope, sight);
  const audit = assembleAudit(evidence, workspace, params);
  const input = toSavingsInput(audit, workspace, evidence.overrides);
  const view = computeSavings(input, audit.assumed);
  const prices = listPricesUsed(evidence.buckets, evidence.overrides);
  const basis = addBases(input.clusters.map((cluster) => cluster.basis));
  const estimate = basis.silentDiscountUsd > 0 ? await estimateFor(workspaceId) : null;
  const doubt = computeCacheDoubt(basis, estimate, prices);
  const answer = toSavingsAnswer(view, audit.assumed, {
    workspace: workspace.slug,
    window: audit.usage.window,
    scope: evidence.scope,
    prices,
    doubt,
  });
  return { evidence, rows, audit, input, view, prices, doubt, answer };
}

async function estimateFor(workspaceId: WorkspaceId) {
  const { calls, nodes } = await listSilentCalls(getDatabase(), workspaceId);
  return estimateRepeats(calls, nodes);
}
