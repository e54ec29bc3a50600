import type { UnitRates } from "@/lib/pricing/unit-rates";
import type { FullAssumptions } from "./assumptions";
import { type Gpu, ratesOfGpu } from "./gpu";
import type { Assumptions } from "./project";

/** The price per token at which a candidate is hosted: as typed, the workspace's own, or the list's. */
export function hostedRates(
  { price_in, price_out }: Pick<FullAssumptions, "price_in" | "price_out">,
  listed: UnitRates | null,
): UnitRates | null {
  if (price_in === null && price_out === null) return listed;
  const input = price_in === null ? listed?.input : price_in / 1e6;
  const output = price_out === null ? listed?.output : price_out / 1e6;
  if (input === undefined || output === undefined) return null;
  return { input, cachedInput: input, cacheWrite: input, output, request: 0 };
}

/** The GPU that is assumed. */
export const readGpu = (assumed: FullAssumptions): Gpu => ({
  usdPerHour: assumed.gpu_usd,
  readsPerSecond: assumed.gpu_reads,
  writesPerSecond: assumed.gpu_writes,
  busy: assumed.gpu_busy / 100,
});

/** Assumptions as a person says them, in the numbers that a projection computes with. */
export function toAssumptions(assumed: FullAssumptions, listed: UnitRates | null): Assumptions {
  return {
    candidate:
      assumed.hosting === "gpu" ? ratesOfGpu(readGpu(assumed)) : hostedRates(assumed, listed),
    escalation: assumed.escalation === "share" ? "from the share" : assumed.escalation / 100,
    gate:
      assumed.gate === "perfect"
        ? { catchRate: 1, falseAlarmRate: 0 }
        : { catchRate: assumed.catches / 100, falseAlarmRate: assumed.alarms / 100 },
    escalatedCache: assumed.cache,
    verifierUsdPerCall: assumed.verifier / 1000,
    routedShare: assumed.share / 100,
    stepInflation: assumed.inflation / 100,
    silentCachedShare: assumed.cached / 100,
    tuningUsd: assumed.tuning,
  };
}
