import type { Verdict } from "@/lib/labelling/verdict";

/**
 * What a share counts: each call once, or by its tokens, or by its spend; only the spend on models
 * that the workspace calls frontier; or each call type once.
 */
export type ShareUnit = "calls" | "tokens" | "spend" | "frontier spend" | "call types";

/** One call that a draw selected (or that somebody labelled without one). */
export interface ShareItem {
  /** The stratum of the draw it came from; kept when clusters change. */
  readonly stratum: string;
  /** Its trace; null when it has none, and is then taken as independent. */
  readonly trace: string | null;
  /** The cluster it is in now: its domain. */
  readonly cluster: string;
  /** Its settled verdict, with unsettled given as `unsure`; null when it carries no label. */
  readonly verdict: Verdict | null;
  /** Above 0, at most 1. Overlapping draws combine to 1 - product(1 - p). */
  readonly inclusionProbability: number;
  /** How many near-duplicate calls it stands for; 1 unless the draw collapsed them. */
  readonly multiplicity: number;
  /** US dollars of the call; null is unknown. */
  readonly spendUsd: number | null;
  /** Input plus output tokens of the call; null is unknown. */
  readonly tokens: number | null;
  /** Whether its model is a frontier model; null when that is not known. */
  readonly frontier: boolean | null;
}

/** One stratum of the frame that a draw froze, with its known totals. */
export interface StratumFrame {
  readonly id: string;
  readonly frameCalls: number;
  /** US dollars; null is unknown. */
  readonly frameSpendUsd: number | null;
  readonly frameTokens: number | null;
  /** Distinct traces, a call without one being one; null is unknown, as in an endless frame. */
  readonly frameTraces?: number | null;
}

/** The number of calls an item stands for in its frame (Horvitz-Thompson). */
const weightOf = (item: ShareItem): number => item.multiplicity / item.inclusionProbability;

/** What an item weighs in the unit; null when its tokens or spend are unknown. */
export function sizeOf(item: ShareItem, unit: ShareUnit): number | null {
  const weight = weightOf(item);
  if (unit === "tokens") return item.tokens === null ? null : item.tokens * weight;
  if (isSpend(unit)) return item.spendUsd === null ? null : item.spendUsd * weight;
  return weight;
}

/** The total of a stratum in the unit; null when unknown. */
export function totalOf(frame: StratumFrame, unit: ShareUnit): number | null {
  if (unit === "tokens") return frame.frameTokens;
  if (isSpend(unit)) return frame.frameSpendUsd;
  return frame.frameCalls;
}

/** Whether a small model could have made the call, or no model was needed. */
export const countsAsViable = (verdict: Verdict): boolean =>
  verdict === "viable" || verdict === "no_model_needed";

const isSpend = (unit: ShareUnit): boolean => unit === "spend" || unit === "frontier spend";
