import { NumberTable } from "@/components/charts/number-table";
import { formatUnitPrice } from "@/lib/display/money";
import type { UsedPrice } from "@/lib/pricing/list-prices-used";

/** The prices behind the costs, with their source and the days they were used for. */
export function PricesUsed({ prices }: { prices: readonly UsedPrice[] }) {
  return (
    <NumberTable
      name="Prices used, USD per million tokens"
      head={["model", "input", "cache read", "cache write", "output", "source", "for calls of"]}
      words={2}
      rows={prices.map((price) => ({
        id: JSON.stringify(price),
        cells: [
          price.tier === 0 ? price.model : `${price.model}, tier ${price.tier + 1}`,
          formatUnitPrice(price.input),
          formatUnitPrice(price.cached_input),
          formatUnitPrice(price.cache_write),
          formatUnitPrice(price.output),
          price.source === "own"
            ? `your own${price.as_of === null ? "" : `, from ${price.as_of}`}`
            : `list of ${price.as_of}`,
          price.first_day === null ? "unknown days" : `${price.first_day} to ${price.last_day}`,
        ],
      }))}
    />
  );
}
