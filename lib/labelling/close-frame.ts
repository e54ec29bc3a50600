import type { KeyedDigest } from "@/lib/ids";
import { groupBy } from "@/lib/overview/group-by";
import { randomNumber } from "./permanent-number";
import type { StratumPlace } from "./stratum";

/** A call that could be drawn. */
export type FrameCall = {
  callId: string;
  /** The cluster it lies in when the frame is closed: its stratum. */
  clusterId: string;
  traceId: string | null;
  /** Calls asked alike have the same; null when no message is known. */
  fingerprint: string | null;
  spendUsd: number | null;
  tokens: number | null;
};

/** A call as the frame keeps it. */
export type FrameUnit = StratumPlace & {
  callId: string;
  traceId: string | null;
  /** Of a call that stands for others, the mean over those that are known. */
  spendUsd: number | null;
  tokens: number | null;
  /** Calls that it stands for, itself among them; 0 when another stands for it. */
  multiplicity: number;
  /** Its permanent random number, that selects. */
  randomNumber: number;
};

/** A stratum's totals. */
export type StratumTotals = StratumPlace & {
  frameCalls: number;
  /** Sums over the calls whose tokens or spend are known; null when none is. */
  frameTokens: number | null;
  frameSpendUsd: number | null;
  /** Distinct traces; a call without a trace is one. */
  frameTraces: number;
};

/**
 * Freezes what could be drawn. With `collapseAlike` the near-duplicates of one stratum are one unit of
 * weight m: the call with the smallest id stands for them (an id is a digest, so which of them it is
 * says nothing about it, and it is the same for every seed).
 */
export function closeFrame(
  calls: readonly FrameCall[],
  as: { part: number; seed: string; collapseAlike: boolean },
  digest: KeyedDigest,
): FrameUnit[] {
  const { part, seed } = as;
  const unit = (call: FrameCall, over: Partial<FrameUnit> = {}): FrameUnit => ({
    callId: call.callId,
    clusterId: call.clusterId,
    part,
    traceId: call.traceId,
    spendUsd: call.spendUsd,
    tokens: call.tokens,
    multiplicity: 1,
    randomNumber: randomNumber(digest, seed, "select", call.callId),
    ...over,
  });
  if (!as.collapseAlike) return calls.map((call) => unit(call));
  const groups = groupBy(calls, ({ clusterId, fingerprint, callId }) =>
    fingerprint === null ? callId : `${clusterId} ${fingerprint}`,
  );
  return [...groups.values()].flatMap((group) => {
    const [first, ...others] = group.toSorted((a, b) => (a.callId < b.callId ? -1 : 1));
    if (first === undefined) return [];
    const tokens = meanKnown(group.map((call) => call.tokens));
    const standing = unit(first, {
      multiplicity: group.length,
      spendUsd: meanKnown(group.map((call) => call.spendUsd)),
      tokens: tokens === null ? null : Math.round(tokens),
    });
    return [standing, ...others.map((call) => unit(call, { multiplicity: 0 }))];
  });
}

/** The strata of a part of the frame with their totals, in the order of their clusters. */
export function sumStrata(calls: readonly FrameCall[], part: number): StratumTotals[] {
  return [...groupBy(calls, ({ clusterId }) => clusterId)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([clusterId, own]) => ({
      clusterId,
      part,
      frameCalls: own.length,
      frameTokens: sumKnown(own.map((call) => call.tokens)),
      frameSpendUsd: sumKnown(own.map((call) => call.spendUsd)),
      frameTraces: new Set(own.map((call) => call.traceId ?? `call ${call.callId}`)).size,
    }));
}

/** Null when nothing is known: an unknown total is not zero. */
function sumKnown(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

function meanKnown(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  const sum = sumKnown(known);
  return sum === null ? null : sum / known.length;
}
