import type { Assumptions } from "@/lib/savings/project";
import type { KnownProjection, Projection } from "@/lib/savings/projection";

/** One cluster today and as projected, in US dollars of one unit for all rows. */
export type CostRow = {
  id: string;
  label: string;
  href?: string;
  today: number;
  /** Null while the projection is unknown. */
  routed: {
    /** Stays on the model of today, or comes back to it. */
    large: number;
    small: number;
    verifier: number;
    /** What all of it comes to at the low and the high end. */
    low: number;
    high: number;
  } | null;
};

/** The parts of a projected cost: they add up to today's cost less the likely saving. */
export function costParts(
  projection: KnownProjection,
  { routedShare = 1, stepInflation = 0 }: Assumptions,
): NonNullable<CostRow["routed"]> {
  const { todayUsd, smallUsd, verifierUsd, escalatedUsd, savingUsd } = projection.scaled;
  const sent = (1 + stepInflation) * routedShare;
  return {
    large:
      sent * projection.escalation.mid * escalatedUsd +
      (1 + stepInflation) * (1 - routedShare) * todayUsd,
    small: sent * smallUsd,
    verifier: sent * verifierUsd,
    low: todayUsd - savingUsd.high,
    high: todayUsd - savingUsd.low,
  };
}

/** A cluster as a row; null where not even today's cost is known. */
export function toCostRow(
  row: { id: string; label: string; href?: string; today: number | null },
  projection: Projection,
  assumptions: Assumptions,
): CostRow | null {
  if (row.today === null) return null;
  const routed = projection.known ? costParts(projection, assumptions) : null;
  return { ...row, today: row.today, routed };
}
