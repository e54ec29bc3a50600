import { ButtonLink } from "@/components/ui/button-link";
import { NumberTable } from "@/components/charts/number-table";
import { Downloads } from "@/components/data-table/downloads";
import { formatCount } from "@/lib/display/count";
import { DASH } from "@/lib/display/dash";
import { formatMoney } from "@/lib/display/money";
import type { CostComparison as Comparison } from "@/lib/pricing/compare-costs";

/** What sources state beside what tokens come to, by model, and why both may differ. */
export function CostComparison(props: {
  comparisons: readonly Comparison[];
  base: string;
  csvHref: string;
  jsonHref: string;
}) {
  return (
    <section aria-labelledby="models" className="flex flex-col gap-1">
      <div className="flex flex-wrap items-baseline gap-2">
        <h2 id="models" className="text-base font-semibold">
          Stated and computed cost, by model
        </h2>
        <div className="ml-auto flex items-center gap-1">
          <ButtonLink size="sm" href={`${props.base}/settings/prices`}>
            Prices
          </ButtonLink>
          <Downloads csvHref={props.csvHref} jsonHref={props.jsonHref} />
        </div>
      </div>
      <p className="max-w-3xl text-muted">
        Where a source states what a call cost, that counts; elsewhere its tokens times the price of
        its day do. Both are shown where both are known.
      </p>
      <NumberTable
        name="Stated and computed cost"
        head={[
          "model",
          "calls",
          "compared",
          "stated",
          "computed",
          "stated / computed",
          "likely why",
        ]}
        words={1}
        rows={props.comparisons.map((row) => ({
          id: `${row.provider} ${row.model}`,
          cells: [
            row.model ?? "no model named",
            formatCount(row.calls),
            formatCount(row.comparedCalls),
            formatMoney(row.statedUsd),
            formatMoney(row.computedUsd),
            row.ratio === null ? DASH : row.ratio.toFixed(2),
            row.reasons.join("; ") || (row.ratio === null ? "" : "they agree"),
          ],
        }))}
      />
    </section>
  );
}
