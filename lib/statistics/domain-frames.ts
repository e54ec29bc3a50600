import { type ShareItem, type ShareUnit, sizeOf, type StratumFrame } from "./share-item";

/**
 * The part of each stratum that belongs to a cluster: the stratum's known totals times the cluster's
 * share of the drawn weight (a ratio estimate of a domain total; Sarndal, Swensson and Wretman, Model
 * Assisted Survey Sampling, chapter 10). Where everything drawn in a stratum belongs to the cluster,
 * it is the stratum itself.
 *
 * @param items every item drawn, of all clusters: the others say how large this one is
 */
export function listDomainFrames(
  items: readonly ShareItem[],
  strata: readonly StratumFrame[],
  cluster: string,
): StratumFrame[] {
  return strata.flatMap((frame) => {
    const drawn = items.filter((item) => item.stratum === frame.id);
    const domain = drawn.filter((item) => item.cluster === cluster);
    if (domain.length === 0) return [];
    if (domain.length === drawn.length) return [frame];
    const part = (unit: ShareUnit) => sumOf(domain, unit) / (sumOf(drawn, unit) || 1);
    const seen = domain.reduce((sum, item) => sum + item.multiplicity, 0);
    return [
      {
        id: frame.id,
        frameCalls: Math.max(seen, frame.frameCalls * part("calls")),
        frameSpendUsd: frame.frameSpendUsd === null ? null : frame.frameSpendUsd * part("spend"),
        frameTokens: frame.frameTokens === null ? null : frame.frameTokens * part("tokens"),
      },
    ];
  });
}

const sumOf = (items: readonly ShareItem[], unit: ShareUnit): number =>
  items.reduce((sum, item) => sum + (sizeOf(item, unit) ?? 0), 0);
