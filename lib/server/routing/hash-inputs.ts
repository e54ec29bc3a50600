import { createHash } from "node:crypto";
import type { DecisionSettings } from "@/lib/overview/evidence";
import { PRICE_BOOK } from "@/lib/pricing/price-row";
import type { Slm } from "@/lib/pricing/slm";
import { parseStoredAssumptions } from "@/lib/savings/assumptions";
import type { EvidenceRows } from "@/lib/server/overview/load-evidence";

/**
 * SHA-256 over everything that the routes file is made from: scope, labels, draws and their items,
 * codebook, clustering, totals, prices and settings. The clock has no say: the same rows give the
 * same hash.
 */
export function hashInputs(rows: EvidenceRows, settings: DecisionSettings, candidate: Slm): string {
  const { bar, minLabels, threshold, assumptions } = settings;
  const inputs = {
    scope: rows.scoping,
    labels: rows.labels.map(({ createdAt: _, ...label }) => label),
    draws: rows.draws.map(({ id, number, seed, maxPerTrace, frameHash }) => ({
      id,
      number,
      seed,
      maxPerTrace,
      frameHash,
    })),
    strata: rows.strata,
    items: rows.items,
    codebooks: rows.codebooks.map(({ id, version, change }) => ({ id, version, change })),
    // a sum of floats depends on its order in the last digits only
    totals: rows.buckets.map(({ statedCostUsd, ...bucket }) => ({
      ...bucket,
      statedCostUsd: statedCostUsd.toPrecision(9),
    })),
    prices: {
      book: PRICE_BOOK,
      overrides: rows.overrides,
      candidate: { id: candidate.id, price: candidate.price },
    },
    settings: { bar, minLabels, threshold, assumptions: parseStoredAssumptions(assumptions) },
  };
  return createHash("sha256").update(JSON.stringify(inputs)).digest("hex");
}
