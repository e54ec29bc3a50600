/** A labelled call within its stratum: what it weighs, and whether it counts as viable. */
export type Weighed = { trace: string | null; size: number; viable: boolean };

/** A stratum of a share: its labelled calls, its weight in the whole, its calls and traces in the frame. */
export type Stratum = { labelled: Weighed[]; weight: number; calls: number; traces: number };

const Z = 1.959963984540054;

/**
 * The interval of a stratified share as docs/statistics.md writes it down, worked out again from
 * its formulas: to the last digits the same as the product's.
 */
export function recountInterval(strata: readonly Stratum[]): { low: number; high: number } {
  const whole = sum(strata.map(({ weight }) => weight));
  const parts = strata.map((stratum) => weigh(stratum, stratum.weight / whole));
  const open = parts.filter(({ calls, n }) => n < calls);
  const shrink = open.length === 0 ? 1 : shrinkage(open);
  const worth = parts.map((part) =>
    part.n >= part.calls
      ? Number.POSITIVE_INFINITY
      : (part.effective * shrink * (part.calls - 1)) / (part.calls - part.n),
  );
  const errors = parts.map((part, at) => {
    const [low, high] = score(part.share, worth[at] ?? 1, Z);
    return part.weight * (high - low);
  });
  const added = sum(errors);
  if (added === 0) {
    const value = sum(parts.map((part) => part.weight * part.share));
    return { low: value, high: value };
  }
  const z = (Z * Math.hypot(...errors)) / added;
  const ends = parts.map((part, at) => score(part.share, worth[at] ?? 1, z));
  return {
    low: sum(parts.map((part, at) => part.weight * (ends[at]?.[0] ?? 0))),
    high: sum(parts.map((part, at) => part.weight * (ends[at]?.[1] ?? 0))),
  };
}

type Part = ReturnType<typeof weigh>;

function weigh({ labelled, calls, traces }: Stratum, weight: number) {
  const size = sum(labelled.map((one) => one.size));
  const share = sum(labelled.map((one) => (one.viable ? one.size : 0))) / size;
  const ofTrace = new Map<string, number>();
  for (const { trace, size: own } of labelled) {
    if (trace !== null) ofTrace.set(trace, (ofTrace.get(trace) ?? 0) + own / size);
  }
  const rows = labelled.map((one) => {
    const part = one.size / size;
    const raw = part * ((one.viable ? 1 : 0) - share);
    const together = one.trace === null ? part : (ofTrace.get(one.trace) ?? part);
    const widen = (of: number) => Math.max(0.1, 1 - of) ** -0.65;
    return { trace: one.trace, alone: raw * widen(part), together: raw * widen(together) };
  });
  const sizes = labelled.map((one) => one.size);
  const equal = Math.max(...sizes) - Math.min(...sizes) <= 1e-9 * Math.max(...sizes);
  const variance = sum(rows.map(({ alone }) => alone ** 2));
  const kish = 1 / sum(sizes.map((one) => (one / size) ** 2));
  const effective = equal || variance === 0 ? kish : (share * (1 - share)) / variance;
  const n = labelled.length;
  return { weight, share, rows, equal, effective, n, calls, traces, seen: countTraces(labelled) };
}

/** By how much items are worth less because they share traces, and because few traces say so. */
function shrinkage(parts: readonly Part[]): number {
  const items = sum(parts.map(({ n }) => n));
  const rows = parts.flatMap(({ rows: own, weight, n, calls }) =>
    own.map(({ trace, alone, together }) => {
      const scale = weight * Math.sqrt(1 - n / calls);
      return { trace, alone: alone * scale, together: together * scale };
    }),
  );
  const traces = countTraces(rows);
  if (traces === items && parts.every(({ equal }) => equal)) return 1;
  const weights = parts.map(({ weight, effective }) => weight ** 2 / effective);
  const unseen =
    sum(parts.map((part, at) => (weights[at] ?? 0) * Math.max(0, 1 - part.seen / part.traces))) /
    sum(weights);
  const squares = sum(rows.map(({ alone }) => alone ** 2));
  if (squares === 0 || traces < 2) return 1 / (1 + unseen * (items / traces - 1));
  const sums = sumTraces(rows);
  const mean = sum(sums) / traces;
  const variance = (sum(sums.map((one) => (one - mean) ** 2)) * traces) / (traces - 1);
  const plain = sum(sums.map((one) => one ** 2));
  const binomial = sum(
    parts.map(({ share, weight, n, calls }) => {
      const spread = share * (1 - share);
      return ((1 - n / calls) ** 2 * weight ** 4 * spread * (1 - 4 * spread)) / n ** 3;
    }),
  );
  const error = sum(sums.map((one) => one ** 4)) - plain ** 2 / traces - binomial;
  const freedom = Math.min(traces - 1, error > 0 ? Math.max(2, (2 * plain ** 2) / error) : 1e12);
  const seen = traces === items ? 0 : variance / squares - 1;
  const usual = (freedom * seen + 8 * 0.3 * (items / traces - 1)) / (freedom + 8);
  const student =
    Z + (Z ** 3 + Z) / (4 * freedom) + (5 * Z ** 5 + 16 * Z ** 3 + 3 * Z) / (96 * freedom ** 2);
  return (Z / student) ** 2 / (1 + unseen * Math.max(0, seen, usual));
}

function sumTraces(rows: readonly { trace: string | null; together: number }[]): number[] {
  const byTrace = new Map<string, number>();
  for (const [at, { trace, together }] of rows.entries()) {
    const key = trace ?? `alone ${at}`;
    byTrace.set(key, (byTrace.get(key) ?? 0) + together);
  }
  return [...byTrace.values()];
}

/** Wilson's score interval. */
function score(share: number, n: number, z: number): [number, number] {
  if (n === Number.POSITIVE_INFINITY) return [share, share];
  const middle = share + (z * z) / (2 * n);
  const half = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const by = 1 + (z * z) / n;
  return [Math.max(0, (middle - half) / by), Math.min(1, (middle + half) / by)];
}

export function countTraces(rows: readonly { trace: string | null }[]): number {
  return new Set(rows.map(({ trace }, at) => trace ?? `alone ${at}`)).size;
}

const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);
