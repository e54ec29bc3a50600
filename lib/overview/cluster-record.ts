import type { CsvCell } from "@/lib/csv/csv-line";
import { OUTCOME_NOTES } from "@/lib/savings/outcome-text";
import type { Audit, ClusterAudit } from "./audit";
import { roundDigits } from "./round-digits";

/** A cluster as the API and the downloads give it. Null is unknown. */
export interface ClusterRecord {
  readonly id: string;
  readonly name: string;
  /** The calls that the numbers speak of, in words. */
  readonly scope: string;
  readonly calls: number;
  readonly errored: number;
  readonly spend_usd: number | null;
  readonly unpriced_calls: number;
  readonly input_tokens: number | null;
  readonly output_tokens: number | null;
  readonly share_unit: string;
  readonly share: number | null;
  readonly share_low: number | null;
  readonly share_high: number | null;
  readonly share_method: string;
  readonly share_note: string | null;
  readonly labelled: number;
  readonly viable: number;
  readonly no_model_needed: number;
  readonly unsure: number;
  readonly not_viable: number;
  readonly drawn_not_labelled: number;
  readonly raters: number;
  readonly saving_low_usd: number | null;
  readonly saving_mid_usd: number | null;
  readonly saving_high_usd: number | null;
  readonly saving_per: string | null;
  readonly saving_note: string | null;
  readonly candidate: string;
  readonly route_keys: readonly string[];
  readonly addressable: boolean;
  readonly next: string;
  readonly next_reason: string;
  readonly models: readonly string[];
}

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
      route_keys: cluster.routeKeys,
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
