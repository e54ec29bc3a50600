/** An estimate and the estimated variance of it. */
export interface SurveyEstimate {
  readonly value: number;
  readonly variance: number;
}

/** A stratum of a simple random sample: its population, its sample, and the share seen in it. */
export interface SampledStratum {
  readonly population: number;
  readonly sample: number;
  readonly share: number;
}

/**
 * The stratified share of simple random samples and its variance, each stratum corrected for its
 * population: the textbook estimate that the product's share equals where sizes are equal.
 *
 * Source: Scheaffer, Mendenhall and Ott, Elementary Survey Sampling, chapter 5.
 *
 * @throws RangeError for a stratum with fewer than two items: it shows no variance
 */
export function stratifiedShare(strata: readonly SampledStratum[]): SurveyEstimate {
  const whole = strata.reduce((sum, { population }) => sum + population, 0);
  let [value, variance] = [0, 0];
  for (const { population, sample, share } of strata) {
    if (sample < 2) throw new RangeError("A variance needs two items of each stratum.");
    const weight = population / whole;
    value += weight * share;
    variance += weight ** 2 * (1 - sample / population) * ((share * (1 - share)) / (sample - 1));
  }
  return { value, variance };
}

/** The chance to be in a sample of several independent draws, at least once: 1 - product(1 - p). */
export const inclusionProbability = (chances: readonly number[]): number =>
  1 - chances.reduce((missed, chance) => missed * (1 - chance), 1);

/**
 * The Horvitz-Thompson total of a sample of distinct units, and its unbiased variance.
 *
 * Source: Horvitz and Thompson 1952, JASA 47:663-685; Thompson, Sampling, section 6.2.
 *
 * @param joint the chance that the units at two places are both in the sample
 */
export function horvitzThompsonTotal(
  units: readonly { readonly value: number; readonly inclusion: number }[],
  joint: (one: number, other: number) => number,
): SurveyEstimate {
  let [value, variance] = [0, 0];
  for (const [at, unit] of units.entries()) {
    const expanded = unit.value / unit.inclusion;
    value += expanded;
    variance += (1 - unit.inclusion) * expanded ** 2;
    for (const [place, other] of units.entries()) {
      if (place === at) continue;
      const both = joint(at, place);
      const product = unit.inclusion * other.inclusion;
      variance += ((both - product) / both) * expanded * (other.value / other.inclusion);
    }
  }
  return { value, variance };
}

/**
 * The Hansen-Hurwitz total of draws with replacement.
 *
 * Source: Hansen and Hurwitz 1943, Annals of Mathematical Statistics 14:333-362.
 *
 * @param draws each draw's value and the chance of a single draw to take it
 */
export function hansenHurwitzTotal(
  draws: readonly { readonly value: number; readonly chance: number }[],
): SurveyEstimate {
  const expanded = draws.map(({ value, chance }) => value / chance);
  const mean = expanded.reduce((sum, one) => sum + one, 0) / draws.length;
  const squares = expanded.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  return { value: mean, variance: squares / (draws.length * (draws.length - 1)) };
}
