import type { Decision } from "@/lib/routing/decide";
import type { UnitRates } from "@/lib/pricing/unit-rates";
import type { FullAssumptions } from "@/lib/savings/assumptions";
import type { SavingsBasis } from "@/lib/savings/basis";
import { computeGpuFacts, type GpuFacts } from "@/lib/savings/gpu";
import { type Assumptions, projectSavings, type SavingsShare } from "@/lib/savings/project";
import type { Projection } from "@/lib/savings/projection";
import { hostedRates, readGpu, toAssumptions } from "@/lib/savings/read-assumptions";
import { addBases, averageCall } from "@/lib/savings/total-basis";
import type { DecisionSettings } from "./evidence";
import { type JudgedRouteKey, judgeRouteKey, type RouteKeyFacts } from "./judge-route-key";
import { type ReadyToRoute, sumReady } from "./ready";

/** What a cluster's projection is made from. */
export interface ClusterFacts {
  readonly id: string;
  readonly name: string;
  readonly calls: number;
  /** US dollars over the window; null is unknown. */
  readonly spendUsd: number | null;
  readonly basis: SavingsBasis;
  readonly savingsShare: SavingsShare;
  readonly routeKeys: readonly string[];
}

/** A candidate with its rates per token; null without a price. */
export interface RatedCandidate {
  readonly id: string;
  readonly name: string;
  readonly rates: UnitRates | null;
}

/** All that savings are computed from: sent to the page once, so that an assumption answers at once. */
export interface SavingsInput {
  readonly routeKeys: readonly RouteKeyFacts[];
  readonly clusters: readonly ClusterFacts[];
  /** Days that a rate may be read from; null without. */
  readonly days: number | null;
  readonly settings: Pick<DecisionSettings, "bar" | "minLabels">;
  readonly candidates: readonly RatedCandidate[];
}

/** A cluster on some assumptions, as if all of it were routed. */
export interface ProjectedCluster {
  readonly facts: ClusterFacts;
  readonly projection: Projection;
  /** What its route keys come to; `mixed` when they differ. */
  readonly decision: Decision | "mixed";
}

export interface SavingsView {
  readonly assumptions: Assumptions;
  readonly candidate: RatedCandidate | null;
  readonly routeKeys: readonly JudgedRouteKey[];
  readonly clusters: readonly ProjectedCluster[];
  readonly ready: ReadyToRoute;
  /** What the heatmap and the break-even speak of: the routed calls, or all while none is routed. */
  readonly basis: SavingsBasis;
  readonly basisIs: "ready" | "all";
  /** Null when tokens are paid for, or nothing is known of a call. */
  readonly gpu: GpuFacts | null;
}

/** Everything that the savings page, its files and the API say, from the same numbers. */
export function computeSavings(input: SavingsInput, assumed: FullAssumptions): SavingsView {
  const candidate = input.candidates.find(({ id }) => id === assumed.candidate) ?? null;
  const assumptions = toAssumptions(assumed, candidate?.rates ?? null);
  const routeKeys = input.routeKeys.map((facts) =>
    judgeRouteKey(facts, assumptions, input.days, input.settings),
  );
  const ready = sumReady(routeKeys, assumptions, input.days);
  const routed = routeKeys.filter(({ decision }) => decision.decision === "route");
  const basisIs = routed.length > 0 ? "ready" : "all";
  const basis = addBases(
    (basisIs === "ready" ? routed : routeKeys).map(({ facts }) => facts.basis),
  );
  return {
    assumptions,
    candidate,
    routeKeys,
    clusters: input.clusters.map((facts) => ({
      facts,
      projection: projectSavings(facts.basis, facts.savingsShare, assumptions, input.days),
      decision: commonDecision(facts, routeKeys),
    })),
    ready,
    basis,
    basisIs,
    gpu: gpuOf(basis, assumed, assumptions, candidate),
  };
}

function commonDecision(
  { routeKeys }: ClusterFacts,
  judged: readonly JudgedRouteKey[],
): ProjectedCluster["decision"] {
  const own = judged.filter(({ facts }) => routeKeys.includes(facts.routeKey));
  const decisions = new Set(own.map(({ decision }) => decision.decision));
  const [first = "undecided"] = decisions;
  return decisions.size > 1 ? "mixed" : first;
}

function gpuOf(
  basis: SavingsBasis,
  assumed: FullAssumptions,
  assumptions: Assumptions,
  candidate: RatedCandidate | null,
): GpuFacts | null {
  if (assumed.hosting !== "gpu" || basis.coveredCalls === 0) return null;
  const hosted = hostedRates(assumed, candidate?.rates ?? null);
  return computeGpuFacts(readGpu(assumed), averageCall(basis, assumptions, hosted));
}
