import type { SavingsAnswer } from "@/lib/overview/savings-answer";
import type { FullAssumptions } from "@/lib/savings/assumptions";

/** How each assumption is named, with its unit. */
const NAMES: Record<keyof FullAssumptions, string> = {
  candidate: "candidate",
  hosting: "hosting",
  price_in: "price of input, USD per million tokens",
  price_out: "price of output, USD per million tokens",
  gpu_usd: "GPU, USD an hour",
  gpu_reads: "GPU reads, tokens a second",
  gpu_writes: "GPU writes, tokens a second",
  gpu_busy: "GPU busy, %",
  verifier: "judging 1,000 answers, USD",
  escalation: "comes back, %",
  gate: "gate",
  catches: "bad answers sent back, %",
  alarms: "good answers sent back, %",
  cache: "prompt cache of escalated calls",
  cached: "input from a cache that is not stated, %",
  inflation: "more steps, %",
  tuning: "tuning, USD once per route key",
  share: "calls routed, %",
};

/** The assumptions of a kept projection, by name. */
export function AssumedList({ assumptions }: { assumptions: SavingsAnswer["assumptions"] }) {
  return (
    <dl className="grid max-w-4xl gap-x-8 gap-y-1 sm:grid-cols-2">
      {Object.entries(assumptions).map(([name, value]) => (
        <div key={name} className="flex justify-between gap-3 border-t border-line py-1">
          <dt className="text-muted">{NAMES[name as keyof FullAssumptions] ?? name}</dt>
          <dd className="tabular-nums">
            {value === null ? "as listed" : value === "share" ? "from the viable share" : value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
