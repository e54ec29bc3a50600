import { z } from "zod";
import type { CsvCell } from "@/lib/csv/csv-line";
import { OUTCOME_NOTES } from "@/lib/savings/outcome-text";
import type { Audit, ClusterAudit } from "./audit";
import { roundDigits } from "./round-digits";

/** A cluster as the API and the downloads give it. Null is unknown. */
export const ClusterRecord = z.object({
  id: z.string(),
  name: z.string(),
  scope: z.string().describe("The calls that the numbers speak of, in words"),
  calls: z.number(),
  errored: z.number(),
  spend_usd: z.number().nullable(),
  unpriced_calls: z.number(),
  input_tokens: z.number().nullable(),
  output_tokens: z.number().nullable(),
  share_unit: z.string(),
  share: z.number().nullable(),
  share_low: z.number().nullable(),
  share_high: z.number().nullable(),
  share_method: z.string(),
  share_note: z.string().nullable(),
  labelled: z.number(),
  viable: z.number(),
  no_model_needed: z.number(),
  unsure: z.number(),
  not_viable: z.number(),
  drawn_not_labelled: z.number(),
  raters: z.number(),
  saving_low_usd: z.number().nullable(),
  saving_mid_usd: z.number().nullable(),
  saving_high_usd: z.number().nullable(),
  saving_per: z.string().nullable(),
  saving_note: z.string().nullable(),
  candidate: z.string(),
  route_keys: z.array(z.string()),
  addressable: z.boolean(),
  next: z.string(),
  next_reason: z.string(),
  models: z.array(z.string()),
});
export type ClusterRecord = z.infer<typeof ClusterRecord>;

/** The clusters of an audit as flat records, to 12 significant digits. */
export const listClusterRecords = (audit: Audit): ClusterRecord[] =>
  audit.clusters.map((cluster) =>
    roundDigits({
      id: cluster.id,
      name: cluster.name,
      scope: audit.scope.text,
      ...usageFields(cluster),
      ...shareFields(cluster, audit.unit === "call types" ? "calls" : audit.unit),
      ...savingFields(cluster),
      candidate: audit.candidate.id,
      route_keys: [...cluster.routeKeys],
      addressable: cluster.addressable,
      next: cluster.next.text,
      next_reason: cluster.next.reason,
      models: cluster.usage.models.flatMap(({ model }) => model ?? []),
    }),
  );

function usageFields({ usage }: ClusterAudit) {
  return {
    calls: usage.calls,
    errored: usage.errored,
    spend_usd: usage.cost.costUsd,
    unpriced_calls: usage.cost.unpricedCalls,
    input_tokens: usage.inputTokens.known === 0 ? null : usage.inputTokens.sum,
    output_tokens: usage.outputTokens.known === 0 ? null : usage.outputTokens.sum,
  };
}

function shareFields({ evidence }: ClusterAudit, unit: string) {
  const share = evidence?.share;
  return {
    share_unit: share?.unit ?? unit,
    share: share?.value ?? null,
    share_low: share?.interval?.low ?? null,
    share_high: share?.interval?.high ?? null,
    share_method: share?.method ?? "none",
    share_note: share ? share.why : "No call is labelled yet.",
    labelled: share?.n ?? 0,
    viable: share?.counts.viable ?? 0,
    no_model_needed: share?.counts.noModelNeeded ?? 0,
    unsure: share?.counts.unsure ?? 0,
    not_viable: share?.counts.notViable ?? 0,
    drawn_not_labelled: share?.counts.unlabelled ?? 0,
    raters: evidence?.raters ?? 0,
  };
}

function savingFields({ projection }: ClusterAudit) {
  if (!projection.known) {
    return {
      saving_low_usd: null,
      saving_mid_usd: null,
      saving_high_usd: null,
      saving_per: null,
      saving_note: projection.reason,
    };
  }
  const { low, mid, high } = projection.scaled.savingUsd;
  return {
    saving_low_usd: low,
    saving_mid_usd: mid,
    saving_high_usd: high,
    saving_per: projection.per,
    saving_note: OUTCOME_NOTES[projection.outcome],
  };
}

/** A record as the cells of a line; lists are parted by a semicolon. */
export const cellsOf = (record: ClusterRecord): CsvCell[] =>
  Object.values(record).map((value) => (Array.isArray(value) ? value.join("; ") : value));
