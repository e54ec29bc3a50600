import { z } from "zod";
import { groupBy } from "@/lib/overview/group-by";
import type { PriceOverrides } from "@/lib/pricing/price-override";
import { type PriceBucket, priceTotals, sumPricedTotals } from "@/lib/pricing/price-totals";
import { type HumanFacingRule, isHumanFacing } from "./human-facing";
import { looksSimulated } from "./simulated-user";

/** Kept totals of one agent, step, cluster and environment, by what prices go by. */
export interface UseBucket extends PriceBucket {
  readonly agent: string | null;
  readonly routeKey: string;
  readonly clusterId: string;
  readonly cluster: string;
  /** What the trace said; null when it is silent. */
  readonly humanFacing: boolean | null;
  readonly environment: string | null;
}

const Use = z.object({
  calls: z.number(),
  /** US dollars; null is unknown. */
  spendUsd: z.number().nullable(),
});
const NamedUse = Use.extend({ name: z.string() });

/** What a scope of a workspace can be made of, each with what it used; the most calls first. */
export const ScopeChoices = z.object({
  /** `YYYY-MM-DD`, UTC; null when no call says when it was. */
  firstDay: z.string().nullable(),
  lastDay: z.string().nullable(),
  undatedCalls: z.number(),
  environments: z.array(NamedUse),
  withoutEnvironment: z.number(),
  agents: z.array(NamedUse.extend({ simulated: z.boolean() })),
  withoutAgent: z.number(),
  clusters: z.array(NamedUse.extend({ id: z.string() })),
  /** Calls by whether they talk to a person, by people's word and the trace's. */
  humanFacing: z.object({ yes: z.number(), no: z.number(), unknown: z.number() }),
});
export type ScopeChoices = z.infer<typeof ScopeChoices>;

/** Reads the choices off the kept totals. */
export function listScopeChoices(
  buckets: readonly UseBucket[],
  rules: readonly HumanFacingRule[],
  overrides: PriceOverrides,
): ScopeChoices {
  const by = (pick: (bucket: UseBucket) => string | null) => sumBy(buckets, pick, overrides);
  const days = buckets.flatMap(({ day }) => day ?? []).toSorted();
  const talk = (talks: boolean | null) =>
    countCalls(buckets.filter((bucket) => isHumanFacing(bucket, rules) === talks));
  const names = new Map(buckets.map(({ clusterId, cluster }) => [clusterId, cluster]));
  return {
    firstDay: days[0] ?? null,
    lastDay: days.at(-1) ?? null,
    undatedCalls: countCalls(buckets.filter(({ day }) => day === null)),
    environments: by(({ environment }) => environment),
    withoutEnvironment: countCalls(buckets.filter(({ environment }) => environment === null)),
    agents: by(({ agent }) => agent).map((use) => ({
      ...use,
      simulated: looksSimulated(use.name),
    })),
    withoutAgent: countCalls(buckets.filter(({ agent }) => agent === null)),
    clusters: by(({ clusterId }) => clusterId).map(({ name: id, ...use }) => ({
      ...use,
      id,
      name: names.get(id) ?? id,
    })),
    humanFacing: { yes: talk(true), no: talk(false), unknown: talk(null) },
  };
}

/** The use of each name, the most calls first; what has no name is left out. */
export function sumBy<Bucket extends PriceBucket>(
  buckets: readonly Bucket[],
  pick: (bucket: Bucket) => string | null,
  overrides: PriceOverrides,
): z.infer<typeof NamedUse>[] {
  const groups = groupBy(buckets, pick);
  return [...groups]
    .flatMap(([name, own]) => {
      if (name === null) return [];
      const { costUsd } = sumPricedTotals(own.map((bucket) => priceTotals(bucket, overrides)));
      return [{ name, calls: countCalls(own), spendUsd: costUsd }];
    })
    .toSorted((a, b) => b.calls - a.calls || (a.name < b.name ? -1 : 1));
}

const countCalls = (buckets: readonly PriceBucket[]): number =>
  buckets.reduce((sum, { calls }) => sum + calls, 0);
