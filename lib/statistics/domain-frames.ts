import { type ShareItem, type ShareUnit, sizeOf, type StratumFrame } from "./share-item";

/**
 * The part of each stratum that belongs to a domain (a cluster, the calls of frontier models): the
 * stratum's known totals times the domain's share of the drawn weight (a ratio estimate of a domain total; Sarndal, Swensson and Wretman, Model
 * Assisted Survey Sampling, chapter 10). Where everything drawn in a stratum belongs to the domain,
 * it is the stratum itself. Its traces are not known better than as those of the stratum.
 *
 * @param items every item drawn: those outside say how large this one is
 */
export function listDomainFrames(
  items: readonly ShareItem[],
  strata: readonly StratumFrame[],
  belongs: (item: ShareItem) => boolean,
): StratumFrame[] {
  return strata.flatMap((frame) => {
    const drawn = items.filter((item) => item.stratum === frame.id);
    const domain = drawn.filter(belongs);
    if (domain.length === 0) return [];
    if (domain.length === drawn.length) return [frame];
    const part = (unit: ShareUnit) => sumOf(domain, unit) / (sumOf(drawn, unit) || 1);
    const seen = domain.reduce((sum, item) => sum + item.multiplicity, 0);
    return [
      {
        ...frame,
        frameCalls: Math.max(seen, frame.frameCalls * part("calls")),
        frameSpendUsd: frame.frameSpendUsd === null ? null : frame.frameSpendUsd * part("spend"),
        frameTokens: frame.frameTokens === null ? null : frame.frameTokens * part("tokens"),
      },
    ];
  });
}

const sumOf = (items: readonly ShareItem[], unit: ShareUnit): number =>
  // in one order, so that the last digit does not depend on that of the rows
  items
    .map((item) => sizeOf(item, unit) ?? 0)
    .toSorted((a, b) => a - b)
    .reduce((sum, size) => sum + size, 0);
