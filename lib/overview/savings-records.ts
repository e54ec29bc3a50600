import { z } from "zod";
import { OUTCOME_NOTES } from "@/lib/savings/outcome-text";
import type { SavingsShare } from "@/lib/savings/project";
import type { Projection, Range } from "@/lib/savings/projection";
import type { ProjectedCluster } from "./compute-savings";
import type { JudgedRouteKey } from "./judge-route-key";

const usd = z.number().nullable();
const part = z.number().nullable();

/** What is projected for some calls: amounts in US dollars per `per`; null is unknown. */
export const ProjectionRecord = z.object({
  calls: z.number(),
  covered_calls: z.number().describe("Calls whose cost and tokens are both known"),
  share_low: part.describe("The viable share that the saving follows, lower end"),
  share: part,
  share_high: part,
  per: z.enum(["30 days", "1,000 calls"]).nullable(),
  today_usd: usd,
  saving_low_usd: usd,
  saving_usd: usd,
  saving_high_usd: usd,
  other_cache_low_usd: usd.describe("The saving on the other state of the prompt cache"),
  other_cache_usd: usd,
  other_cache_high_usd: usd,
  small_model_usd: usd.describe("S: the small model on all of the calls"),
  verifier_usd: usd.describe("V: judging all of its answers"),
  escalated_usd: usd.describe("E: all of the calls, had they come back"),
  escalation_low: part,
  escalation: part,
  escalation_high: part,
  break_even_escalation: part,
  undetected_low: z.number().nullable().describe("Bad answers that pass, per 1,000 routed calls"),
  undetected: z.number().nullable(),
  undetected_high: z.number().nullable(),
  decision: z.enum(["route", "keep", "undecided", "mixed"]),
  note: z.string().nullable().describe("That it may cost more, or why nothing is known"),
});

export const RouteKeyRecord = z.object({
  route_key: z.string(),
  ...ProjectionRecord.shape,
  reason: z.string(),
});
export type RouteKeyRecord = z.infer<typeof RouteKeyRecord>;

export const ClusterSavingRecord = z.object({
  id: z.string(),
  name: z.string(),
  ...ProjectionRecord.shape,
  route_keys: z.array(z.string()),
});
export type ClusterSavingRecord = z.infer<typeof ClusterSavingRecord>;

export const toRouteKeyRecord = ({
  facts,
  projection,
  decision,
}: JudgedRouteKey): RouteKeyRecord => ({
  route_key: facts.routeKey,
  ...fields(facts, projection, decision.decision),
  reason: decision.reason,
});

export const toClusterRecord = ({
  facts,
  projection,
  decision,
}: ProjectedCluster): ClusterSavingRecord => ({
  id: facts.id,
  name: facts.name,
  ...fields(facts, projection, decision),
  route_keys: [...facts.routeKeys],
});

function fields(
  { calls, basis, savingsShare }: ProjectedCluster["facts"] | JudgedRouteKey["facts"],
  projection: Projection,
  decision: z.infer<typeof ProjectionRecord>["decision"],
): z.infer<typeof ProjectionRecord> {
  const known = projection.known ? projection : null;
  const scaled = known?.scaled ?? null;
  return {
    calls,
    covered_calls: basis.coveredCalls,
    ...shareFields(savingsShare),
    per: known?.per ?? null,
    today_usd: scaled?.todayUsd ?? null,
    ...ends("saving", scaled?.savingUsd),
    ...ends("other_cache", scaled?.otherCacheUsd),
    small_model_usd: scaled?.smallUsd ?? null,
    verifier_usd: scaled?.verifierUsd ?? null,
    escalated_usd: scaled?.escalatedUsd ?? null,
    escalation_low: known?.escalation.low ?? null,
    escalation: known?.escalation.mid ?? null,
    escalation_high: known?.escalation.high ?? null,
    break_even_escalation: known?.breakEvenEscalation ?? null,
    undetected_low: known?.undetected?.low ?? null,
    undetected: known?.undetected?.mid ?? null,
    undetected_high: known?.undetected?.high ?? null,
    decision,
    note: projection.known ? OUTCOME_NOTES[projection.outcome] : projection.reason,
  };
}

const shareFields = ({ low, mid, high }: SavingsShare) => ({
  share_low: low,
  share: mid,
  share_high: high,
});

/** A range as three fields in US dollars. */
const ends = <Name extends string>(name: Name, range: Range | null | undefined) =>
  ({
    [`${name}_low_usd`]: range?.low ?? null,
    [`${name}_usd`]: range?.mid ?? null,
    [`${name}_high_usd`]: range?.high ?? null,
  }) as Record<`${Name}_low_usd` | `${Name}_usd` | `${Name}_high_usd`, number | null>;
