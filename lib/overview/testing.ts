import type { Verdict } from "@/lib/labelling/verdict";
import { WHOLE_SCOPE } from "@/lib/scope/scope";
import { type ScopeSummary, summarizeScope } from "@/lib/scope/scope-summary";
import type { Evidence } from "./evidence";
import type { LabelledCall } from "./settle-calls";
import type { TotalBucket } from "./total-bucket";

const FRAME = 100_000;

/** Evidence of clusters that are each one route key: spend, labelled viable, labelled at all. */
export function exampleEvidence(
  example: Record<string, readonly [number, number, number]>,
): Evidence {
  const entries = Object.entries(example);
  const calls = entries.flatMap(([name, [, , n]]) =>
    Array.from({ length: n }, (_, index) => ({
      callId: `${name} ${index}`,
      stratum: name,
      inclusionProbability: n / FRAME,
      multiplicity: 1,
      spendUsd: 0.01,
      tokens: 100,
      provider: "anthropic",
      model: "claude-opus-4-8",
      day: "2026-11-01",
      traceId: null,
      clusterId: name,
      routeKey: name,
    })),
  );
  const verdict = (name: string, index: number): Verdict =>
    index >= (example[name]?.[1] ?? 0)
      ? "not_viable"
      : name === "format_result"
        ? "no_model_needed"
        : "viable";
  const labelled = entries.flatMap(([name, [, , n]]) =>
    Array.from({ length: n }, (_, index): LabelledCall => ({
      callId: `${name} ${index}`,
      clusterId: name,
      routeKey: name,
      raterIds: ["ann"],
      verdicts: [verdict(name, index)],
      labels: 1,
      verdict: verdict(name, index),
      state: "agreed",
      raters: 1,
    })),
  );
  const strata = entries.map(([id, [spend]]) => ({
    id,
    frameCalls: FRAME,
    frameSpendUsd: spend,
    frameTokens: null,
  }));
  return {
    scope: wholeSummary(entries.length * FRAME),
    clusters: entries.map(([id]) => ({ id, name: id })),
    buckets: entries.flatMap(([id, [spend]]) => [
      bucket(id, "2026-11-01", spend / 2),
      bucket(id, "2026-11-30", spend / 2),
    ]),
    sample: { calls, strata },
    labelled,
    draws: 1,
    pass: null,
    overrides: [],
  };
}

/** Of everything, so many calls of which nobody knows whether they talk to a person. */
export const wholeSummary = (calls: number): ScopeSummary =>
  summarizeScope(
    { scope: WHOLE_SCOPE, rules: [] },
    [{ routeKey: "any", agent: null, humanFacing: null, calls }],
    calls,
    new Map(),
  );

const bucket = (id: string, day: string, spend: number): TotalBucket => ({
  clusterId: id,
  routeKey: id,
  tagged: true,
  provider: "anthropic",
  model: "claude-opus-4-8",
  day,
  tier: 0,
  costSource: "stated",
  calls: FRAME / 2,
  errored: 0,
  inputTokens: 1e6,
  inputKnown: FRAME / 2,
  cachedInputTokens: 0,
  cachedInputKnown: FRAME / 2,
  cacheWriteTokens: 0,
  outputTokens: 1e5,
  outputKnown: FRAME / 2,
  statedCostUsd: spend,
});
