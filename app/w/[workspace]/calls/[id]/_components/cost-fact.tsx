import type { CallCost } from "@/lib/calls/call-detail";
import { formatMoney } from "@/lib/display/money";
import type { UnpricedReason } from "@/lib/pricing/price-row";
import { Fact } from "./fact";

const WHY_UNKNOWN: Record<UnpricedReason, string> = {
  "no model named": "the source names no model",
  "self-hosted": "a model that you run yourselves has no list price",
  "unknown model": "the price list does not know this model",
  "unknown tokens": "the source does not count its tokens",
  "impossible tokens": "its token counts contradict each other",
};

/** What the call cost, and how that is known. */
export function CostFact(props: { cost: CallCost }) {
  const { statedUsd, listUsd, own, reason, mayOverstate, priceDate } = props.cost;
  if (statedUsd !== null) {
    return (
      <Fact name="Cost">
        {formatMoney(statedUsd)}
        <span className="block text-muted">
          as the source states it; by {own ? "your own price" : "list price"} {formatMoney(listUsd)}
        </span>
      </Fact>
    );
  }
  return (
    <Fact name="Cost">
      {formatMoney(listUsd)}
      <span className="block text-muted">
        {reason === null
          ? own
            ? "tokens times your own price, as the settings have it"
            : `tokens times the list price of the day of the call (price list of ${priceDate})`
          : `unknown: the source states no cost, and ${WHY_UNKNOWN[reason]}`}
      </span>
      {mayOverstate ? (
        <span className="block text-muted">
          The source does not say how much was cached: list price may overstate.
        </span>
      ) : null}
    </Fact>
  );
}
