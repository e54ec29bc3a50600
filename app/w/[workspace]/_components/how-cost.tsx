import { formatCount, formatTokens } from "@/lib/display/count";
import { formatMoney } from "@/lib/display/money";
import type { Audit } from "@/lib/overview/audit";
import type { KnownSum, Usage } from "@/lib/overview/usage";
import { HowTable } from "./how-table";

const MOST_MODELS = 8;

/** What today's cost is made of: models, tokens, prices, and what could not be priced. */
export function HowCost(props: { usage: Usage; priceBook: Audit["priceBook"] }) {
  const { usage, priceBook } = props;
  const { cost } = usage;
  const rest = usage.models.slice(MOST_MODELS);
  return (
    <>
      <p>
        The cost that the source states for a call; where it states none, its tokens times the list
        price of its model on its day ({priceBook.library} {priceBook.version}, {priceBook.date}).
      </p>
      <HowTable
        head={["model", "calls", "USD"]}
        rows={usage.models.slice(0, MOST_MODELS).map(({ model, provider, calls, costUsd }) => ({
          id: `${provider} ${model}`,
          cells: [model ?? "no model named", formatCount(calls), formatMoney(costUsd)],
        }))}
        foot={["all", formatCount(usage.calls), formatMoney(cost.costUsd)]}
      />
      {rest.length > 0 ? <p>And {formatCount(rest.length)} more models.</p> : null}
      <HowTable
        head={["tokens", "sum", "calls that say it"]}
        rows={[
          row("input", usage.inputTokens, usage.calls),
          row("of it read from a cache", usage.cachedInputTokens, usage.calls),
          row("output", usage.outputTokens, usage.calls),
        ]}
      />
      {cost.unpricedCalls > 0 ? (
        <p>
          {formatCount(cost.unpricedCalls)} of {formatCount(usage.calls)} calls have no price and
          are not in the sum: {cost.reasons.join(", ")}.
        </p>
      ) : null}
      {cost.listPriceMayOverstate ? <p>{OVERSTATES}</p> : null}
    </>
  );
}

const OVERSTATES =
  "Some calls do not say how much of their input came from a cache. It is priced as uncached, so the list price may overstate what was billed.";

const row = (name: string, { sum, known }: KnownSum, calls: number) => ({
  id: name,
  cells: [
    name,
    known === 0 ? "–" : formatTokens(sum),
    `${formatCount(known)} of ${formatCount(calls)}`,
  ],
});
