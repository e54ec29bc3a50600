import type { KeyedDigest } from "@/lib/ids";
import type { FrameUnit } from "./close-frame";
import { type DrawnUnit, rankUnits, takeUnits } from "./draw";
import type { DrawRecord } from "./draw-record";
import { drawnOf } from "./draw-step";
import { randomNumber } from "./permanent-number";

/** What drawing again from a record came to. */
export type DrawCheck = {
  identical: boolean;
  items: number;
  frameCalls: number;
  /** What differs, one sentence each; none when it is identical. */
  differences: string[];
};

/** Stored probabilities are products of fractions: equal up to rounding. */
const ROUNDING = 1e-9;

/**
 * Draws again from a record, with the frame as it is stored, and says whether the same items come out
 * in the same order with the same probabilities.
 *
 * @param frameHash of the ids of the frame as it is stored now
 */
export function checkRecord(
  record: DrawRecord,
  frame: readonly FrameUnit[],
  frameHash: string,
  digest: KeyedDigest,
): DrawCheck {
  const rule = { seed: record.seed, maxPerTrace: record.max_per_trace };
  const numbered = frame.map((unit) => ({
    ...unit,
    randomNumber: randomNumber(digest, record.seed, "select", unit.callId),
  }));
  const drawn = takeUnits(rankUnits(numbered, rule, digest), drawnOf(record.steps));
  const differences = [
    ...compareFrames(record, frame, frameHash),
    ...compareNumbers(frame, numbered),
    ...compareItems(record.items, drawn),
  ];
  return {
    identical: differences.length === 0,
    items: drawn.length,
    frameCalls: frame.length,
    differences,
  };
}

function compareFrames(record: DrawRecord, frame: readonly FrameUnit[], hash: string): string[] {
  if (hash === record.frame_sha256) return [];
  const gone = record.frame_calls - frame.length;
  return gone > 0
    ? [`Gone from the frame since, deleted or a second view of another: ${plural(gone, "call")}.`]
    : ["The ids of the frame are not those that were hashed."];
}

function compareNumbers(stored: readonly FrameUnit[], again: readonly FrameUnit[]): string[] {
  const other = stored.filter((unit, at) => unit.randomNumber !== again[at]?.randomNumber).length;
  return other === 0 ? [] : [`Not following from the seed: ${plural(other, "random number")}.`];
}

function compareItems(stored: DrawRecord["items"], drawn: readonly DrawnUnit[]): string[] {
  const byCall = new Map(stored.map((item) => [item.call_id, item]));
  const again = new Set(drawn.map(({ callId }) => callId));
  const missing = drawn.filter(({ callId }) => !byCall.has(callId)).length;
  const extra = stored.filter((item) => !again.has(item.call_id)).length;
  const both = drawn.flatMap((unit) => {
    const item = byCall.get(unit.callId);
    return item === undefined ? [] : [{ unit, item }];
  });
  const moved = both.filter(({ unit, item }) => unit.position !== item.position).length;
  const reweighted = both.filter(
    ({ unit, item }) =>
      Math.abs(unit.inclusionProbability - item.inclusion_probability) > ROUNDING ||
      unit.multiplicity !== item.multiplicity,
  ).length;
  return [
    missing > 0 ? `Not an item, though it would be drawn: ${plural(missing, "call")}.` : null,
    extra > 0 ? `An item, though it would not be drawn: ${plural(extra, "call")}.` : null,
    moved > 0 ? `At another place of the queue: ${plural(moved, "item")}.` : null,
    reweighted > 0 ? `Of another probability or weight: ${plural(reweighted, "item")}.` : null,
  ].filter((said) => said !== null);
}

const plural = (n: number, what: string): string => `${n} ${n === 1 ? what : `${what}s`}`;
