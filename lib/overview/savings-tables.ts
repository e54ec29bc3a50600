import type { CsvCell } from "@/lib/csv/csv-line";
import type { CostComparison } from "@/lib/pricing/compare-costs";
import { cumulate } from "@/lib/savings/cumulate";
import { computeSensitivity, ESCALATIONS } from "@/lib/savings/sensitivity";
import type { SavingsView } from "./compute-savings";
import type { DayCost } from "./daily-cost";
import { roundDigits } from "./round-digits";
import type { SavingsAnswer } from "./savings-answer";

/** The tables of the savings page, each a file by itself. */
export const SAVINGS_TABLES = [
  "clusters",
  "route_keys",
  "cumulative",
  "sensitivity",
  "days",
  "models",
] as const;
export type SavingsTableName = (typeof SAVINGS_TABLES)[number];

type Row = Record<string, CsvCell | readonly string[]>;

export interface TableSource {
  readonly view: SavingsView;
  readonly answer: SavingsAnswer;
  readonly days: readonly DayCost[];
  readonly comparisons: readonly CostComparison[];
}

/** The rows of a table as files and the page's JSON tell them, to 12 significant digits. */
export function listTableRows(name: SavingsTableName, source: TableSource): Row[] {
  return roundDigits(ROWS[name](source));
}

const ROWS: Record<SavingsTableName, (source: TableSource) => Row[]> = {
  clusters: ({ answer }) => answer.clusters,
  route_keys: ({ answer }) => answer.route_keys,
  cumulative: ({ view }) =>
    listCumulated(view).map(({ id, name, usd, sumUsd, part, ready }) => ({
      id,
      name,
      saving_usd: usd,
      cumulative_usd: sumUsd,
      cumulative_share: part,
      ready,
    })),
  sensitivity: ({ view }) =>
    computeSensitivity(view.basis, view.assumptions).map((row) => ({
      price_ratio: row.ratio,
      candidate: row.isCandidate,
      ...Object.fromEntries(
        ESCALATIONS.map((rate, index) => [
          `saved_at_${Math.round(rate * 100)}_percent`,
          row.saved[index] ?? null,
        ]),
      ),
      break_even_escalation: row.breakEven,
    })),
  days: ({ days }) =>
    days.map(({ day, calls, usd, unpricedCalls }) => ({
      day,
      calls,
      cost_usd: usd,
      unpriced_calls: unpricedCalls,
    })),
  models: ({ comparisons }) =>
    comparisons.map((row) => ({
      provider: row.provider,
      model: row.model,
      calls: row.calls,
      compared_calls: row.comparedCalls,
      stated_usd: row.statedUsd,
      computed_usd: row.computedUsd,
      ratio: row.ratio,
      computed_only_calls: row.computedOnlyCalls,
      reasons: row.reasons,
    })),
};

/** The clusters by what routing them would likely save, added up. */
export const listCumulated = (view: SavingsView) =>
  cumulate(
    view.clusters.flatMap(({ facts: { id, name }, projection, decision }) =>
      projection.known
        ? [{ id, name, usd: projection.scaled.savingUsd.mid, ready: decision === "route" }]
        : [],
    ),
  );
