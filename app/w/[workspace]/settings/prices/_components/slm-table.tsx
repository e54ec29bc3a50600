import { NumberTable } from "@/components/charts/number-table";
import { formatTokens } from "@/lib/display/count";
import { DASH } from "@/lib/display/dash";
import { formatUnitPrice } from "@/lib/display/money";
import type { Slm } from "@/lib/pricing/slm";

/** The catalogue of small models: size, context, licence, and a hosted price with its date and source. */
export function SlmTable({ catalogue }: { catalogue: readonly Slm[] }) {
  return (
    <NumberTable
      name="Small models"
      head={[
        "model",
        "billions",
        "context",
        "input",
        "output",
        "id",
        "licence",
        "released",
        "price of",
      ]}
      words={4}
      rows={catalogue.map(({ id, name, parametersB, contextTokens, licence, released, price }) => ({
        id,
        cells: [
          name,
          parametersB ?? DASH,
          formatTokens(contextTokens),
          formatUnitPrice(price?.inputPer1M),
          formatUnitPrice(price?.outputPer1M),
          <code key="id">{id}</code>,
          licence ?? DASH,
          released ?? DASH,
          price === null ? "no list price" : `${price.provider}, ${price.asOf}`,
        ],
      }))}
    />
  );
}
