import { calcPrice } from "@pydantic/genai-prices";
import type { RawCall } from "./raw-rows";
import type { Recount, Recounted } from "./shares";

/** The default candidate's list price, USD per million tokens in and out. */
const SMALL = { input: 0.08, output: 0.35 };

/** What some calls cost, recounted call by call: US dollars over the days seen. */
export type RecountedCosts = {
  today: number;
  /** The small model on all of them. */
  small: number;
  /** The model of today on all of them, none finding a warm cache. */
  cold: number;
};

/** What routing them would save, by the share of spend. */
export type RecountedSaving = RecountedCosts & {
  low: number;
  mid: number;
  high: number;
  /** The share of spend that it follows. */
  share: Recounted;
};

/**
 * What routing some calls to the default candidate would save on a cold cache behind a perfect gate:
 * today's cost, less the small model on all of them, less what comes back, by the share of spend.
 *
 * @returns null without an interval
 */
export function recountSaving(
  recount: Recount,
  belongs: (call: RawCall) => boolean,
): RecountedSaving | null {
  const share = recount.share("spend", belongs);
  if (share.share === null || share.low === null || share.high === null) return null;
  const costs = recountCosts(recount, belongs);
  const saved = (viable: number) => costs.today - costs.small - (1 - viable) * costs.cold;
  const [low, mid, high] = [saved(share.low), saved(share.share), saved(share.high)];
  return { ...costs, low, mid, high, share };
}

/** Calls whose cost or tokens are not known count in none of the three. */
function recountCosts(recount: Recount, belongs: (call: RawCall) => boolean): RecountedCosts {
  const costs = { today: 0, small: 0, cold: 0 };
  for (const call of recount.rows.calls.filter(belongs)) {
    const cost = recount.cost(call);
    const { input, output } = call;
    if (cost === null || input === null || output === null) continue;
    costs.today += cost;
    costs.small += (input * SMALL.input + output * SMALL.output) / 1e6;
    costs.cold += coldCost(call, input, output);
  }
  return costs;
}

/** A call that finds no warm cache: all of its input is written to it. */
function coldCost({ model, provider, day }: RawCall, input: number, output: number): number {
  const found = calcPrice(
    { input_tokens: input, cache_write_tokens: input, output_tokens: output },
    model ?? "",
    {
      ...(provider === null ? {} : { providerId: provider }),
      ...(day === null ? {} : { timestamp: new Date(day) }),
    },
  );
  return found?.total_price ?? Number.NaN;
}

/** The part of calls sent back at which all that the small model saves is spent. */
export const turnsAt = ({ today, small, cold }: RecountedCosts): number => (today - small) / cold;

/** Days from the first call to the last, both counted. */
export function daysSeen(calls: readonly RawCall[]): number {
  const days = calls.flatMap(({ day }) => day ?? []).toSorted();
  const [first = "", last = ""] = [days[0], days.at(-1)];
  return Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000) + 1;
}
