/** How the calls of a draw are shared out among its strata. */
export const ALLOCATIONS = ["equal", "calls", "spend", "neyman"] as const;
export type Allocation = (typeof ALLOCATIONS)[number];

/** A stratum as far as sharing out goes. */
export type Claim = {
  key: string;
  /** Units that it has. */
  capacity: number;
  /** Units that it gives at least, if it has them. */
  floor: number;
  /** What it weighs: calls, US dollars, or dollars × spread; null is unknown. */
  weight: number | null;
};

/**
 * Whole numbers of units for each stratum: its floor, then one at a time to whichever gains most, until
 * `total` are given. A stratum that has n gains w²/(n(n+1)), the decrease of Σ w²/n, the variance of a
 * stratified mean (gains are compared by their roots, which small weights do not round to 0). So the
 * result is the exact optimum within floors and capacities, and with a larger total no stratum ever
 * gets fewer. A stratum of unknown or no weight keeps its floor.
 *
 * Source: Wright 2012, The American Statistician 66:217-224 (Neyman's allocation in whole numbers by
 * equal proportions). With w the calls it is proportional allocation, with w = spend × spread Neyman's.
 *
 * @param total null gives each stratum its floor
 */
export function allocate(claims: readonly Claim[], total: number | null): Map<string, number> {
  const given = claims
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map((claim) => ({ claim, n: Math.min(claim.floor, claim.capacity) }));
  let left = (total ?? 0) - given.reduce((sum, { n }) => sum + n, 0);
  for (; left > 0; left -= 1) {
    const next = given.reduce<(typeof given)[number] | null>(
      (best, one) => (gain(one) > (best === null ? 0 : gain(best)) ? one : best),
      null,
    );
    if (next === null) break;
    next.n += 1;
  }
  return new Map(given.map(({ claim, n }) => [claim.key, n]));
}

/** The root of what one more gains; 0 for a stratum that can or need give no more. */
function gain({ claim, n }: { claim: Claim; n: number }): number {
  if (n >= claim.capacity || claim.weight === null) return 0;
  return claim.weight / Math.sqrt(n * (n + 1));
}

/**
 * The standard deviation of one verdict, viable or not: sqrt(p (1 - p)), p = (x + 1)/(n + 2) with x of
 * n settled calls viable. One imagined label of each kind stands for what is not known yet (Laplace's
 * rule): a cluster without labels gets 0.5, the most, and none ever gets 0.
 */
export function spreadOf(viable: number, settled: number): number {
  const p = (viable + 1) / (settled + 2);
  return Math.sqrt(p * (1 - p));
}

/** What a stratum weighs in an allocation; null when its spend is unknown. */
export function weightOf(
  allocation: Allocation,
  stratum: { frameCalls: number; frameSpendUsd: number | null; spread: number },
): number | null {
  if (allocation === "equal") return null;
  if (allocation === "calls") return stratum.frameCalls;
  if (stratum.frameSpendUsd === null) return null;
  return stratum.frameSpendUsd * (allocation === "neyman" ? stratum.spread : 1);
}
