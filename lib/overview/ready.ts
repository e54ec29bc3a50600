import { computeSavingsBasis } from "@/lib/savings/basis";
import { type Assumptions, projectSavings, type Range } from "@/lib/savings/project";
import type { Evidence } from "./evidence";
import { groupBy } from "./group-by";
import { type RouteKeyAudit, shareEnds } from "./route-keys";
import { computeUsage } from "./usage";

/** The route keys whose decision is route, together. */
export interface ReadyToRoute {
  readonly routeKeys: number;
  readonly calls: number;
  /** What they cost today, over the window; null is unknown. */
  readonly spendUsd: number | null;
  /** Lows with lows and highs with highs, in US dollars; null when none is known. */
  readonly saving: (Range & { readonly per: "30 days" | "the calls seen" }) | null;
  /** Route keys among them whose saving is not known. */
  readonly unknown: number;
}

/** Adds up what is ready, on the assumptions of the view. */
export function sumReady(
  { buckets, overrides }: Pick<Evidence, "buckets" | "overrides">,
  routeKeys: readonly RouteKeyAudit[],
  assumptions: Assumptions,
  days: number | null,
): ReadyToRoute {
  const ready = routeKeys.filter(({ decision }) => decision.decision === "route");
  const byKey = groupBy(buckets, ({ routeKey }) => routeKey);
  const own = ready.flatMap(({ routeKey }) => byKey.get(routeKey) ?? []);
  const projections = ready.map(({ routeKey, evidence }) =>
    projectSavings(
      computeSavingsBasis(byKey.get(routeKey) ?? [], overrides),
      shareEnds(evidence),
      assumptions,
      days,
    ),
  );
  const known = projections.filter((projection) => projection.known);
  const factor = days === null ? 1 : 30 / days;
  const add = (end: keyof Range) =>
    known.reduce((sum, { savingUsd }) => sum + savingUsd[end], 0) * factor;
  return {
    routeKeys: ready.length,
    calls: own.reduce((sum, { calls }) => sum + calls, 0),
    spendUsd: computeUsage(own, overrides).cost.costUsd,
    saving:
      known.length === 0
        ? null
        : {
            low: add("low"),
            mid: add("mid"),
            high: add("high"),
            per: days === null ? "the calls seen" : "30 days",
          },
    unknown: projections.length - known.length,
  };
}
