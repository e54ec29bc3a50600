import type { RouteEntry } from "@/lib/routing/route-entry";
import type { RouteKeyAudit } from "./route-keys";

/** What the routes file says of each route key. */
export function listRouteEntries(
  routeKeys: readonly RouteKeyAudit[],
  settings: { readonly candidate: string; readonly threshold: number },
): RouteEntry[] {
  return routeKeys.map(({ routeKey, tagged, usage, evidence, projection, decision, mix }) => {
    const share = evidence?.share;
    return {
      routeKey,
      tagged,
      decision: decision.decision,
      candidate: settings.candidate,
      confidenceThreshold: settings.threshold,
      // a replay calibrates; a number that somebody set does not
      calibrated: false,
      currentModel: mix.mostUsed,
      mix: mix.mix,
      calls: usage.calls,
      viable: (share?.counts.viable ?? 0) + (share?.counts.noModelNeeded ?? 0),
      n: share?.n ?? 0,
      interval: share?.interval ?? null,
      census: share?.method === "census",
      raters: evidence?.raters ?? 0,
      alpha: evidence?.agreement.alpha ?? null,
      monthlySaving:
        projection.known && projection.per === "30 days"
          ? { low: projection.scaled.savingUsd.low, high: projection.scaled.savingUsd.high }
          : null,
      savingUnknown: projection.known
        ? "A month cannot be told from calls of less than two days."
        : projection.reason,
    };
  });
}
