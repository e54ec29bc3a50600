/** What the verdicts and the sizes of simulated calls are like. */
export interface Nature {
  /** The share of viable calls of each stratum. */
  readonly shares: readonly number[];
  /** Intraclass correlation of the verdicts within a trace, 0..1. */
  readonly correlation: number;
  /** Whether a trace that is easy in one stratum is easy in all. */
  readonly commonCause: boolean;
  /** Mean number of calls of a trace; the lengths are geometric. */
  readonly callsPerTrace: number;
  /** Standard deviation of the logarithm of a call's size; 0 makes all sizes 1. */
  readonly sizeSpread: number;
}

/** A call of a simulated population. */
export interface SimulatedCall {
  readonly trace: number;
  readonly stratum: number;
  readonly viable: boolean;
  /** Tokens or spend. */
  readonly size: number;
}

/** Viable calls are smaller on average by this on the logarithmic scale: easy work is short work. */
const VIABLE_IS_SMALLER = 0.5;

/** The calls of one trace, its strata in turn. */
export function simulateTrace(
  random: () => number,
  trace: number,
  { shares, correlation, commonCause, callsPerTrace, sizeSpread }: Nature,
): SimulatedCall[] {
  const rate = Math.log(1 + 1 / (callsPerTrace - 1));
  const length = 1 + Math.floor(-Math.log(1 - random()) / rate);
  const cause = random();
  const own = shares.map((share) =>
    commonCause ? pulled(share, correlation, cause) : beta(random, share, correlation),
  );
  const traceSize = (sizeSpread / 2) * normal(random);
  return Array.from({ length }, (_, step) => {
    const stratum = step % shares.length;
    const viable = random() < (own[stratum] ?? 0);
    const spread = sizeSpread * normal(random) + traceSize - (viable ? VIABLE_IS_SMALLER : 0);
    return { trace, stratum, viable, size: sizeSpread === 0 ? 1 : Math.exp(spread) };
  });
}

/** With this probability a call follows the cause that its trace has in common, else its stratum. */
function pulled(share: number, correlation: number, cause: number): number {
  const pull = Math.sqrt(correlation);
  return (1 - pull) * share + (cause < share ? pull : 0);
}

/** A beta variate of this mean and intraclass correlation. */
function beta(random: () => number, mean: number, correlation: number): number {
  if (correlation === 0) return mean;
  const size = (1 - correlation) / correlation;
  const one = gamma(random, mean * size);
  return one / (one + gamma(random, (1 - mean) * size));
}

/** Marsaglia and Tsang 2000, ACM Transactions on Mathematical Software 26:363-372. */
function gamma(random: () => number, shape: number): number {
  if (shape < 1) return gamma(random, shape + 1) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const x = normal(random);
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** Box and Muller 1958. */
const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
