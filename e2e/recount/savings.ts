import { calcPrice } from "@pydantic/genai-prices";
import type { RawCall } from "./raw-rows";
import type { Recount } from "./shares";

/** The default candidate's list price, USD per million tokens in and out. */
const SMALL = { input: 0.08, output: 0.35 };

/** Savings of some calls, recounted call by call: US dollars over the days seen. */
export type RecountedSaving = { today: number; low: number; mid: number; high: number };

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
  let [today, small, cold] = [0, 0, 0];
  for (const call of recount.rows.calls.filter(belongs)) {
    const cost = recount.cost(call);
    const { input, output } = call;
    if (cost === null || input === null || output === null) continue;
    today += cost;
    small += (input * SMALL.input + output * SMALL.output) / 1e6;
    cold += coldCost(call, input, output);
  }
  const saved = (viable: number) => today - small - (1 - viable) * cold;
  return { today, low: saved(share.low), mid: saved(share.share), high: saved(share.high) };
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

/** Days from the first call to the last, both counted. */
export function daysSeen(calls: readonly RawCall[]): number {
  const days = calls.flatMap(({ day }) => day ?? []).toSorted();
  const [first = "", last = ""] = [days[0], days.at(-1)];
  return Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000) + 1;
}
