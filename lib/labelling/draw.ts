import type { KeyedDigest } from "@/lib/ids";
import { groupBy } from "@/lib/overview/group-by";
import type { FrameUnit } from "./close-frame";
import { randomNumber } from "./permanent-number";
import { stratumKey } from "./stratum";

/** What, besides the frame, decides which calls a draw would take first. */
export type DrawRule = {
  seed: string;
  /** At most this many calls of one trace in one stratum; null for no limit. */
  maxPerTrace: number | null;
};

/** A unit that is left once the traces of its stratum have been thinned. */
export type KeptUnit = FrameUnit & {
  /** The probability of having been kept: min(k, m)/m, m the units of its trace in the stratum. */
  keptWith: number;
};

/** How many units are drawn from each stratum, by {@link stratumKey}. */
export type Drawn = ReadonlyMap<string, number>;

export type DrawnUnit = KeptUnit & {
  /** The probability with which the draw takes it. */
  inclusionProbability: number;
  /** Place in the queue: random, so that no cluster comes first. */
  position: number;
};

/**
 * The units of each stratum that a draw may take, in the order in which it takes them: at most k of a
 * trace, those with the smallest thinning numbers, then by the selecting number.
 */
export function rankUnits(
  frame: readonly FrameUnit[],
  rule: DrawRule,
  digest: KeyedDigest,
): Map<string, KeptUnit[]> {
  const units = frame.filter(({ multiplicity }) => multiplicity > 0);
  const strata = [...groupBy(units, stratumKey)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return new Map(
    strata.map(([key, own]) => [key, thinTraces(own, rule, digest).toSorted(byNumber)]),
  );
}

function thinTraces(units: readonly FrameUnit[], rule: DrawRule, digest: KeyedDigest): KeptUnit[] {
  const traces = groupBy(units, ({ traceId, callId }) => traceId ?? `call ${callId}`);
  return [...traces.values()].flatMap((trace) => {
    const limit = Math.min(rule.maxPerTrace ?? trace.length, trace.length);
    const keptWith = limit / trace.length;
    if (limit === trace.length) return trace.map((unit) => ({ ...unit, keptWith }));
    return trace
      .map((unit) => ({
        unit,
        thin: randomNumber(digest, rule.seed, "thin", unit.callId),
      }))
      .toSorted((a, b) => a.thin - b.thin || byId(a.unit, b.unit))
      .slice(0, limit)
      .map(({ unit }) => ({ ...unit, keptWith }));
  });
}

/**
 * What a draw has taken after some steps: the draw itself, then each extension. A stratum gives its
 * n units with the smallest numbers, so a larger n keeps those of the smaller. Thinning and selecting
 * are each a simple random sample of the step before, so a unit's inclusion probability is
 * min(k, m)/m · n/N', with N' the units kept in its stratum and n the number drawn at the last step.
 *
 * @param steps how many units of each stratum were drawn after each step; a stratum that a step does
 *   not name stays as it was
 */
export function takeUnits(
  ranked: ReadonlyMap<string, readonly KeptUnit[]>,
  steps: readonly Drawn[],
): DrawnUnit[] {
  const sofar = new Map<string, number>();
  const taken: KeptUnit[] = [];
  for (const step of steps) {
    const fresh = [...step].flatMap(([key, n]) => {
      const before = sofar.get(key) ?? 0;
      sofar.set(key, Math.max(n, before));
      return (ranked.get(key) ?? []).slice(before, n);
    });
    taken.push(...fresh.toSorted(byNumber));
  }
  return taken.map((unit, index) => {
    const kept = ranked.get(stratumKey(unit))?.length ?? 0;
    const n = Math.min(sofar.get(stratumKey(unit)) ?? 0, kept);
    return { ...unit, position: index + 1, inclusionProbability: (unit.keptWith * n) / kept };
  });
}

/** The smallest number first; equal numbers, as good as impossible, by id. */
const byNumber = (a: FrameUnit, b: FrameUnit): number =>
  a.randomNumber - b.randomNumber || byId(a, b);

const byId = (a: FrameUnit, b: FrameUnit): number => (a.callId < b.callId ? -1 : 1);
