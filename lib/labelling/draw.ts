import type { KeyedDigest } from "@/lib/ids";

/** A call that could be drawn. */
export type FrameCall = {
  callId: string;
  /** The cluster it lay in when the frame was closed: its stratum. */
  clusterId: string;
  traceId: string | null;
  spendUsd: number | null;
  tokens: number | null;
};

export type DrawPlan = {
  seed: string;
  /** Calls wanted from each stratum; a smaller stratum is taken whole. */
  perCluster: number;
  /** At most this many calls of one trace in one stratum; null for no limit. */
  maxPerTrace: number | null;
};

export type DrawnCall = FrameCall & {
  /** The probability with which this draw takes this call. */
  inclusionProbability: number;
  /** Place in the queue: random, so that no cluster comes first. */
  position: number;
};

export type Stratum = {
  clusterId: string;
  frameCalls: number;
  /** Sums over the calls whose tokens or spend are known; null when none is. */
  frameTokens: number | null;
  frameSpendUsd: number | null;
  /** Distinct traces; a call without a trace is one. */
  frameTraces: number;
  drawn: number;
};

export type Drawing = { items: DrawnCall[]; strata: Stratum[] };

/**
 * A call's permanent random number in a draw: HMAC(seed, call id) as a fraction in [0, 1).
 * `phase` keeps the number that thins a trace apart from the one that selects: with a single
 * number the survivors of long traces would have smaller ones, and be drawn too often.
 *
 * @param digest a digest of plain parts; the same seed and id give the same number anywhere.
 */
export function randomNumber(
  digest: KeyedDigest,
  seed: string,
  phase: "thin" | "select",
  callId: string,
): number {
  const hex = digest("draw", seed, phase, callId).replaceAll("-", "");
  return Number.parseInt(hex.slice(0, 13), 16) / 2 ** 52;
}

/**
 * A stratified random draw. In each stratum: keep at most k calls a trace, then take the n calls
 * with the smallest numbers. Both steps are simple random samples of the step before, so a call's
 * inclusion probability is min(k, m)/m · n/N', with m the calls of its trace in the stratum and N'
 * the calls kept there.
 */
export function drawCalls(
  frame: readonly FrameCall[],
  plan: DrawPlan,
  digest: KeyedDigest,
): Drawing {
  const numbered = frame.map((call) => ({
    call,
    thin: randomNumber(digest, plan.seed, "thin", call.callId),
    select: randomNumber(digest, plan.seed, "select", call.callId),
  }));
  const strata = [...groupBy(numbered, (entry) => entry.call.clusterId)].toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const drawn = strata.map(([clusterId, entries]) => drawStratum(clusterId, entries, plan));
  const items = drawn
    .flatMap((stratum) => stratum.taken)
    .toSorted((a, b) => a.select - b.select || (a.call.callId < b.call.callId ? -1 : 1))
    .map((entry, index) => ({
      ...entry.call,
      inclusionProbability: entry.probability,
      position: index + 1,
    }));
  return { items, strata: drawn.map((stratum) => stratum.summary) };
}

type Numbered = { call: FrameCall; thin: number; select: number };

function drawStratum(clusterId: string, entries: readonly Numbered[], plan: DrawPlan) {
  const kept = thinTraces(entries, plan.maxPerTrace);
  const n = Math.min(plan.perCluster, kept.length);
  const taken = kept
    .toSorted((a, b) => a.select - b.select)
    .slice(0, n)
    .map((entry) => ({ ...entry, probability: (entry.keptWith * n) / kept.length }));
  return { taken, summary: { ...summarize(clusterId, entries), drawn: n } };
}

/** Keeps at most k calls of each trace, those with the smallest numbers. */
function thinTraces(entries: readonly Numbered[], k: number | null) {
  const traces = groupBy(entries, (entry) => entry.call.traceId ?? `call ${entry.call.callId}`);
  return [...traces.values()].flatMap((trace) => {
    const limit = Math.min(k ?? trace.length, trace.length);
    return trace
      .toSorted((a, b) => a.thin - b.thin)
      .slice(0, limit)
      .map((entry) => ({ ...entry, keptWith: limit / trace.length }));
  });
}

function summarize(clusterId: string, entries: readonly Numbered[]): Omit<Stratum, "drawn"> {
  return {
    clusterId,
    frameCalls: entries.length,
    frameTokens: sumKnown(entries.map((entry) => entry.call.tokens)),
    frameSpendUsd: sumKnown(entries.map((entry) => entry.call.spendUsd)),
    frameTraces: new Set(entries.map(({ call }) => call.traceId ?? `call ${call.callId}`)).size,
  };
}

/** Null when nothing is known: an unknown total is not zero. */
function sumKnown(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
