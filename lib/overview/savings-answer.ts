import { z } from "zod";
import { PRICE_BOOK } from "@/lib/pricing/price-row";
import { perMillion, type UsedPrice } from "@/lib/pricing/list-prices-used";
import type { FullAssumptions } from "@/lib/savings/assumptions";
import type { Range } from "@/lib/savings/projection";
import { type ScopeSummary, toScopeRecord } from "@/lib/scope/scope-summary";
import type { CacheDoubt } from "./cache-doubt";
import type { SavingsView } from "./compute-savings";
import { roundDigits } from "./round-digits";
import {
  ClusterSavingRecord,
  RouteKeyRecord,
  toClusterRecord,
  toRouteKeyRecord,
} from "./savings-records";
import type { Window } from "./window";

const Ends = z.object({
  low: z.number().nullable(),
  mid: z.number().nullable(),
  high: z.number().nullable(),
});

const Price = z.object({
  provider: z.string().nullable(),
  model: z.string(),
  tier: z.number(),
  input: z.number(),
  cached_input: z.number(),
  cache_write: z.number(),
  output: z.number(),
  source: z.enum(["list", "own"]),
  as_of: z.string().nullable(),
  first_day: z.string().nullable(),
  last_day: z.string().nullable(),
});

/** `GET /api/v1/savings`: what routing would save, low, mid and high, with all that it stands on. */
export const SavingsAnswer = z.object({
  workspace: z.string(),
  scope: z.object({
    text: z.string(),
    from: z.string().nullable(),
    to: z.string().nullable(),
    environments: z.array(z.string()).nullable(),
    agents: z.array(z.string()).nullable(),
    without_agents: z.array(z.string()).nullable(),
    human_facing: z.enum(["with", "without", "only"]),
    clusters: z.array(z.string()).nullable(),
    calls: z.number(),
    of_calls: z.number(),
    human_facing_calls: z.number(),
    human_facing_unknown_calls: z.number(),
  }),
  window: z.object({
    first_day: z.string().nullable(),
    last_day: z.string().nullable(),
    days: z.number().nullable(),
    undated_calls: z.number(),
  }),
  assumptions: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  candidate: z.object({
    id: z.string(),
    name: z.string(),
    price: z
      .object({
        input: z.number(),
        cached_input: z.number(),
        cache_write: z.number(),
        output: z.number(),
      })
      .nullable()
      .describe("US dollars per million tokens, as assumed"),
  }),
  prices: z.object({
    library: z.string(),
    version: z.string(),
    date: z.string(),
    used: z.array(Price).describe("US dollars per million tokens"),
  }),
  overall: z.object({
    route_keys: z.number().describe("Route keys whose decision is route"),
    calls: z.number(),
    spend_usd: z.number().nullable().describe("What they cost over the window"),
    per: z.enum(["30 days", "1,000 calls"]).nullable(),
    today_usd: z.number().nullable(),
    saving_usd: Ends,
    other_cache_usd: Ends.describe("The saving on the other state of the prompt cache"),
    undetected_per_1000: Ends.describe("Bad answers that pass the gate, per 1,000 routed calls"),
    saving_unknown: z.number().describe("Route keys among them whose saving is unknown"),
    tuning_usd: z.number(),
    payback_days: Ends,
  }),
  route_keys: z.array(RouteKeyRecord),
  clusters: z.array(ClusterSavingRecord),
  cache_doubt: z
    .object({
      list_price_usd: z.number(),
      if_all_repeats_cached_usd: z.number().nullable(),
      repeated_share: z.number().nullable(),
    })
    .nullable()
    .describe("How far list price may overstate, where sources do not say what a cache served"),
});
export type SavingsAnswer = z.infer<typeof SavingsAnswer>;

/** What the answer says beside the computed view. */
export interface SavingsContext {
  readonly workspace: string;
  readonly scope: ScopeSummary;
  readonly window: Window;
  readonly prices: readonly UsedPrice[];
  readonly doubt: CacheDoubt | null;
}

/** The view as the API, the files and a kept projection tell it, to 12 significant digits. */
export function toSavingsAnswer(
  view: SavingsView,
  assumed: FullAssumptions,
  { workspace, scope, window, prices, doubt }: SavingsContext,
): SavingsAnswer {
  const rates = view.assumptions.candidate;
  return SavingsAnswer.parse(
    roundDigits({
      workspace,
      scope: toScopeRecord(scope),
      window: {
        first_day: window.firstDay,
        last_day: window.lastDay,
        days: window.days,
        undated_calls: window.undatedCalls,
      },
      assumptions: { ...assumed },
      candidate: {
        id: view.candidate?.id ?? "",
        name: view.candidate?.name ?? "",
        price: rates === null ? null : perMillion(rates),
      },
      prices: { ...PRICE_BOOK, used: prices },
      overall: overallOf(view),
      route_keys: view.routeKeys.map(toRouteKeyRecord),
      clusters: view.clusters.map(toClusterRecord),
      cache_doubt:
        doubt === null
          ? null
          : {
              list_price_usd: doubt.highUsd,
              if_all_repeats_cached_usd: doubt.lowUsd,
              repeated_share: doubt.repeats,
            },
    }),
  );
}

function overallOf({ ready }: SavingsView) {
  return {
    route_keys: ready.routeKeys,
    calls: ready.calls,
    spend_usd: ready.spendUsd,
    per: ready.saving?.per ?? null,
    today_usd: ready.saving?.todayUsd ?? null,
    saving_usd: endsOf(ready.saving),
    other_cache_usd: endsOf(ready.saving?.otherCache),
    undetected_per_1000: endsOf(ready.undetected),
    saving_unknown: ready.unknown,
    tuning_usd: ready.tuningUsd,
    payback_days: endsOf(ready.payback),
  };
}

const endsOf = (range: Partial<{ [End in keyof Range]: number | null }> | null | undefined) => ({
  low: range?.low ?? null,
  mid: range?.mid ?? null,
  high: range?.high ?? null,
});
