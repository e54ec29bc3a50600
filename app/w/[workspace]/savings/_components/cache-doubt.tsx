import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { formatCount, formatCounted } from "@/lib/display/count";
import { formatMoney, formatUnitPrice } from "@/lib/display/money";
import { formatPercent } from "@/lib/display/percent";
import type { CacheDoubt as Doubt } from "@/lib/overview/cache-doubt";

/** That list price may overstate what was billed, by how much at most, and what to do about it. */
export function CacheDoubt(props: {
  doubt: Doubt;
  /** Per cent, as assumed now. */
  cached: number;
  onUse: (percent: number) => void;
}) {
  const { highUsd, lowUsd, repeats, estimate, prices } = props.doubt;
  const percent = repeats === null ? null : Math.floor(repeats * 100);
  return (
    <Alert title="List price may overstate what these calls cost">
      <p>
        Their source does not say how much of the input a prompt cache served, so all of it is
        priced as uncached{priceText(prices)}. Every saving below stands on that cost.
      </p>
      {repeats === null || estimate === null ? (
        <p>No run was found whose prompts could be compared, so how much repeats is not known.</p>
      ) : (
        <p>
          Up to {formatPercent(repeats)} of the prompt tokens repeat an earlier call of the same run
          (looked into: {formatCounted(estimate.calls, "call")} of{" "}
          {formatCounted(estimate.traces, "run")}). Had a cache served all of that, the calls would
          have cost {formatMoney(lowUsd)} instead of {formatMoney(highUsd)}
          {timesText(lowUsd, highUsd)}. The truth lies between; your bill, or traces that state
          cached tokens, tell where.
        </p>
      )}
      {percent === null || percent === 0 ? null : (
        <p className="pt-1">
          {props.cached === percent ? (
            <Button size="sm" onClick={() => props.onUse(0)}>
              Price all of it as uncached again
            </Button>
          ) : (
            <Button size="sm" onClick={() => props.onUse(percent)}>
              Assume that a cache served {formatCount(percent)} %
            </Button>
          )}
        </p>
      )}
    </Alert>
  );
}

function priceText(prices: Doubt["prices"]): string {
  const [first] = prices;
  if (first === undefined) return "";
  const { model, input, cached_input: cached } = first;
  return `: for ${model} at ${formatUnitPrice(input)} a million tokens, where a cache read costs ${formatUnitPrice(cached)}`;
}

function timesText(low: number | null, high: number): string {
  if (low === null || !(low > 0)) return "";
  const times = high / low;
  return times < 1.05 ? "" : `, ${times < 10 ? times.toFixed(1) : Math.round(times)} times less`;
}
