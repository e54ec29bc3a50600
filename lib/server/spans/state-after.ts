import { isoOf } from "@/lib/spans/build-call";
import type { SettledRun } from "@/lib/spans/settled";
import type { SpanRecord } from "@/lib/spans/span";
import { timeKey } from "@/lib/spans/trace-tree";
import type { HeldSpan, HeldTrace } from "./held-trace";
import type { TraceState } from "./trace-state";

/** A trace of which nothing is known yet. */
const NO_STATE: TraceState = { spans: 0, calls: 0, environment: null, startNs: null, endNs: null };

/**
 * What the trace's state becomes with what came; null when it has none, and all its spans have to be
 * held to settle it.
 *
 * @param callsNew rows of calls that are written beside those which are stored
 */
export function stateAfter(
  { state, spans, calls }: HeldTrace,
  callsNew: number,
): TraceState | null {
  const all = [...spans.values()];
  // held whole: from all that there is; held in part: from what was known, and what is new
  const from = state ?? { ...NO_STATE, calls: calls.size };
  const looked = state === null ? all : all.filter(({ dirty }) => dirty);
  if (looked.some(({ span }) => span.outcomes.length > 0)) return null;
  // what is said of the run concerns every call
  const isOfRun = ({ span }: HeldSpan) => span.spanId === "";
  if (state !== null && looked.some((held) => isOfRun(held) || isMoved(held))) return null;
  const environments = new Set(
    [from.environment, ...looked.map(({ span }) => span.environment)].filter((one) => one !== null),
  );
  if (environments.size > 1) return null;
  const timed = looked.filter((held) => !isOfRun(held)).map(({ span }) => span);
  const added = state === null ? all : all.filter(({ row }) => row === null);
  return {
    spans: from.spans + added.length,
    calls: from.calls + callsNew,
    environment: [...environments][0] ?? null,
    startNs: outermost([from.startNs, ...timed.map(({ startNs }) => startNs)], true),
    endNs: outermost([from.endNs, ...timed.map(({ endNs }) => endNs)], false),
  };
}

/** Whether a stored span now says otherwise what the trace's state was made of. */
function isMoved({ before, span }: HeldSpan): boolean {
  const keys = ["startNs", "endNs", "environment"] as const;
  return before !== null && keys.some((key) => before[key] !== null && before[key] !== span[key]);
}

function outermost(times: readonly (string | null)[], first: boolean): string | null {
  const known = times.filter((time) => time !== null);
  const sorted = known.toSorted((a, b) => (timeKey(a) < timeKey(b) ? -1 : 1));
  return (first ? sorted[0] : sorted.at(-1)) ?? null;
}

type Run = Pick<SettledRun, "environment" | "outcome" | "startedAt" | "endedAt">;

/** What a trace that has a state is as a whole; `run` is what was said of it as such. */
export const runOf = (
  { environment, startNs, endNs }: TraceState,
  run: SpanRecord | undefined,
): Run => ({
  environment,
  outcome: null,
  startedAt: isoOf(startNs ?? run?.startNs ?? null),
  endedAt: isoOf(endNs),
});
