import { memo } from "react";
import type { SavingsInput, SavingsView } from "@/lib/overview/compute-savings";
import type { DayCost } from "@/lib/overview/daily-cost";
import type { SavingsTableName } from "@/lib/overview/savings-tables";
import type { CostComparison as Comparison } from "@/lib/pricing/compare-costs";
import type { UsedPrice } from "@/lib/pricing/list-prices-used";
import { ClusterCosts } from "./cluster-costs";
import { CostComparison } from "./cost-comparison";
import { CumulativeSavings } from "./cumulative-savings";
import { DailyCosts } from "./daily-costs";
import { PricesUsed } from "./prices-used";
import { RouteKeySavings } from "./route-key-savings";
import { perText } from "./saving-words";
import { Sensitivity } from "./sensitivity";

type Props = {
  view: SavingsView;
  input: SavingsInput;
  days: readonly DayCost[];
  comparisons: readonly Comparison[];
  prices: readonly UsedPrice[];
  base: string;
  /** The view as a query, for its files. */
  query: string;
};

/** What follows from the assumptions, from the whole to the parts. */
export const Consequences = memo(function Consequences(props: Props) {
  const { view, input, base } = props;
  const per = perText(input.days === null ? "1,000 calls" : "30 days");
  const files = (table: SavingsTableName) => ({
    csvHref: `${base}/savings.csv?table=${table}&${props.query}`,
    jsonHref: `${base}/savings.json?table=${table}&${props.query}`,
  });
  return (
    <>
      <ClusterCosts view={view} days={input.days} base={base} {...files("clusters")} />
      <RouteKeySavings view={view} days={input.days} per={per} {...files("route_keys")} />
      <CumulativeSavings view={view} per={per} {...files("cumulative")} />
      <Sensitivity view={view} {...files("sensitivity")} />
      <DailyCosts days={props.days} {...files("days")} />
      <CostComparison comparisons={props.comparisons} base={base} {...files("models")} />
      <section aria-labelledby="prices" className="flex flex-col gap-1">
        <h2 id="prices" className="text-base font-semibold">
          Prices used, USD per million tokens
        </h2>
        <PricesUsed prices={props.prices} />
      </section>
    </>
  );
});
