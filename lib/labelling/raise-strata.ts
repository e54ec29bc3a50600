import { groupBy } from "@/lib/overview/group-by";
import { type Allocation, allocate, spreadOf, weightOf } from "./allocate";
import type { StratumTotals } from "./close-frame";
import { stratumKey } from "./stratum";
import type { VerdictCounts } from "./verdict-counts";

type Raisable = Omit<StratumTotals, "frameTraces"> & {
  /** Units that could be drawn, and that are drawn already. */
  keptUnits: number;
  drawn: number;
};

/**
 * How many units each stratum gives once a draw takes more: nobody gives fewer than before. Equal: each
 * cluster gives `more` further calls, shared out among the parts of its frame by their calls. Else
 * `more` in all, shared out as the draw was, by the labels so far.
 *
 * @returns numbers drawn by `stratumKey`
 */
export function raiseStrata(
  strata: readonly Raisable[],
  allocation: Allocation,
  more: number,
  verdicts: ReadonlyMap<string, VerdictCounts>,
): Map<string, number> {
  const weigh = (stratum: Raisable): number | null => {
    if (allocation === "equal") return stratum.frameCalls;
    const { viable, settled } = verdicts.get(stratum.clusterId) ?? { viable: 0, settled: 0 };
    return weightOf(allocation, { ...stratum, spread: spreadOf(viable, settled) });
  };
  const groups =
    allocation === "equal" ? [...groupBy(strata, ({ clusterId }) => clusterId).values()] : [strata];
  return new Map(
    groups.flatMap((group) => [
      ...allocate(
        group.map((stratum) => ({
          key: stratumKey(stratum),
          capacity: Math.max(stratum.keptUnits, stratum.drawn),
          floor: stratum.drawn,
          weight: weigh(stratum),
        })),
        group.reduce((sum, { drawn }) => sum + drawn, more),
      ),
    ]),
  );
}
