import type { PriceOverrides } from "@/lib/pricing/price-override";
import { ratesOfSlm, SLM_CATALOGUE } from "@/lib/pricing/slm-catalogue";
import type { Audit } from "./audit";
import type { SavingsInput } from "./compute-savings";
import type { DecisionSettings } from "./evidence";
import { rateDays } from "./window";

/** What the savings page computes from, out of an audit. */
export function toSavingsInput(
  audit: Pick<Audit, "routeKeys" | "clusters" | "usage">,
  { bar, minLabels }: Pick<DecisionSettings, "bar" | "minLabels">,
  overrides: PriceOverrides,
): SavingsInput {
  return {
    routeKeys: audit.routeKeys.map(({ facts }) => facts),
    clusters: audit.clusters.map(({ id, name, usage, basis, savingsShare, routeKeys }) => ({
      id,
      name,
      calls: usage.calls,
      spendUsd: usage.cost.costUsd,
      basis,
      savingsShare,
      routeKeys,
    })),
    days: rateDays(audit.usage.window),
    settings: { bar, minLabels },
    candidates: SLM_CATALOGUE.map((slm) => ({
      id: slm.id,
      name: slm.name,
      rates: ratesOfSlm(slm, overrides),
    })),
  };
}
