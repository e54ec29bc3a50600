import { z } from "zod";
import { FRONTIER_RULE } from "@/lib/pricing/frontier";
import { ScopeRecord } from "@/lib/scope/scope-record";
import { toScopeRecord } from "@/lib/scope/scope-summary";
import type { ShareUnit } from "@/lib/statistics/share-item";
import type { Audit } from "./audit";
import type { DecisionSettings, Evidence } from "./evidence";
import { markFrontier } from "./mark-frontier";
import { roundDigits } from "./round-digits";
import { ShareRecord, toShareRecord } from "./share-record";
import { computeGroupShares, computeOverallShare, type Grouping } from "./shares";
import { SHARE_UNITS } from "./units";

const Shares = z.array(ShareRecord).describe("One for each unit that was asked for");

/** `GET /api/v1/audit`: the viable shares in every unit, overall, per cluster and per route key. */
export const AuditAnswer = z.object({
  workspace: z.string(),
  as_of: z.iso
    .datetime()
    .nullable()
    .describe("When the newest label, draw or codebook came; null without any"),
  scope: ScopeRecord,
  window: z.object({
    first_day: z.string().nullable(),
    last_day: z.string().nullable(),
    days: z.number().nullable(),
    undated_calls: z.number(),
    implausible_date_calls: z.number(),
  }),
  calls: z.number().int(),
  spend_usd: z.number().nullable(),
  frontier: z
    .object({ models: z.array(z.string()).nullable(), rule: z.string() })
    .describe("Which models count as frontier: those ticked, or null and the rule"),
  rater: z
    .object({ id: z.string(), name: z.string() })
    .nullable()
    .describe("The one rater whose labels alone are read; null reads those of all"),
  labels: z.object({
    labels: z.number().int(),
    calls: z.number().int(),
    unsettled: z.number().int(),
    raters: z.number().int(),
  }),
  agreement: z
    .object({
      alpha: z.number().nullable().describe("Krippendorff's alpha, nominal"),
      low: z.number().nullable().describe("Lower end of its 95 % interval"),
      high: z.number().nullable(),
      calls: z.number().int().describe("Calls with two or more labels"),
      labels: z.number().int(),
      note: z.string().nullable(),
    })
    .describe("How far the raters agree beyond chance"),
  draws: z.array(
    z.object({
      number: z.number().int(),
      seed: z.string(),
      frame_sha256: z.string(),
      made_at: z.iso.datetime(),
    }),
  ),
  overall: Shares,
  clusters: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      calls: z.number().int(),
      spend_usd: z.number().nullable(),
      route_keys: z.array(z.string()),
      addressable: z.boolean().describe("Whether a router can tell its calls apart beforehand"),
      shares: Shares.describe("Of calls, tokens, spend and frontier spend; a call type is one"),
    }),
  ),
  route_keys: z.array(
    z.object({
      route_key: z.string(),
      tagged: z.boolean().describe("Whether it is a step type, which a router can know beforehand"),
      calls: z.number().int(),
      spend_usd: z.number().nullable(),
      decision: z.enum(["route", "keep", "undecided"]),
      shares: Shares,
    }),
  ),
  paper: z
    .array(z.object({ system: z.string(), share: z.number(), note: z.string() }))
    .describe("The estimates of arXiv 2506.02153, appendix B"),
});
export type AuditAnswer = z.infer<typeof AuditAnswer>;

/** What the answer says beside the audit. */
export interface AuditContext {
  readonly workspace: string;
  readonly asOf: string | null;
  readonly draws: AuditAnswer["draws"];
  readonly settings: DecisionSettings;
  /** The units that are asked for. */
  readonly units: readonly ShareUnit[];
}

/** The shares of an audit, to 12 significant digits. */
export function toAuditAnswer(
  audit: Audit,
  evidence: Evidence,
  { workspace, asOf, draws, settings, units }: AuditContext,
): AuditAnswer {
  const { usage, agreement, labels } = audit;
  const chosen = settings.frontierModels ?? null;
  const sample = markFrontier(evidence.sample, chosen);
  const overall = (unit: ShareUnit) =>
    toShareRecord(computeOverallShare(sample, evidence.labelled, unit), labels.raters);
  const ofClusters = sharesBy("clusterId", { ...evidence, sample }, units);
  const ofRouteKeys = sharesBy("routeKey", { ...evidence, sample }, units);
  return AuditAnswer.parse(
    roundDigits({
      workspace,
      as_of: asOf,
      scope: toScopeRecord(audit.scope),
      window: {
        first_day: usage.window.firstDay,
        last_day: usage.window.lastDay,
        days: usage.window.days,
        undated_calls: usage.window.undatedCalls,
        implausible_date_calls: usage.window.implausibleCalls,
      },
      calls: usage.calls,
      spend_usd: usage.cost.costUsd,
      frontier: { models: chosen, rule: FRONTIER_RULE },
      rater: audit.pass,
      labels,
      agreement: {
        alpha: agreement.alpha,
        low: agreement.interval?.low ?? null,
        high: agreement.interval?.high ?? null,
        calls: agreement.items,
        labels: agreement.values,
        note: agreement.why,
      },
      draws,
      overall: units.map(overall),
      clusters: audit.clusters.map(({ id, name, usage: own, routeKeys, addressable }) => ({
        id,
        name,
        calls: own.calls,
        spend_usd: own.cost.costUsd,
        route_keys: routeKeys,
        addressable,
        shares: ofClusters(id),
      })),
      route_keys: audit.routeKeys.map(({ routeKey, tagged, usage: own, decision }) => ({
        route_key: routeKey,
        tagged,
        calls: own.calls,
        spend_usd: own.cost.costUsd,
        decision: decision.decision,
        shares: ofRouteKeys(routeKey),
      })),
      paper: PAPER.map(([system, share]) => ({ system, share, note: "estimate, unit not stated" })),
    }),
  );
}

/** The shares of each group, in each unit but that of call types; none where nothing is drawn or labelled. */
function sharesBy(
  grouping: Grouping,
  { sample, labelled }: Pick<Evidence, "sample" | "labelled">,
  units: readonly ShareUnit[],
): (group: string) => ShareRecord[] {
  const byUnit = units.flatMap((unit) =>
    unit === "call types" ? [] : [computeGroupShares(sample, labelled, grouping, unit)],
  );
  return (group) =>
    byUnit.flatMap((shares) => {
      const own = shares.get(group);
      return own === undefined ? [] : [toShareRecord(own.share, own.raters)];
    });
}

/** The systems of the paper, and the shares that it estimates for them. */
export const PAPER = [
  ["Open Operator", 0.4],
  ["MetaGPT", 0.6],
  ["Cradle", 0.7],
] as const;

/** The units of a request; all of them when it names none. */
export const unitsOf = (asked: ShareUnit | undefined): readonly ShareUnit[] =>
  asked === undefined ? SHARE_UNITS : [asked];
