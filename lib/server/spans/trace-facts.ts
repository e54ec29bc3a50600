import type { TraceFacts } from "@/db/commands/write-spans";
import { callRowId } from "@/lib/calls/identity";
import type { KeyedDigest } from "@/lib/ids";
import type { SettledRun } from "@/lib/spans/settled";
import type { HeldTrace } from "./held-trace";

/**
 * What is to be written of a run. Null when the trace also holds calls that came without spans: what
 * these said of it is not known here, so only the calls' own batches widen it.
 */
export function traceFacts(
  trace: HeldTrace,
  run: Pick<SettledRun, "environment" | "outcome" | "startedAt" | "endedAt">,
  callSpans: ReadonlySet<string>,
  digest: KeyedDigest,
): TraceFacts | null {
  const ours = new Set(
    [...trace.spans.keys(), ...callSpans].map((spanId) =>
      callRowId({ traceId: trace.sourceTraceId, spanId, record: null, occurrence: 0 }, digest),
    ),
  );
  if ([...trace.calls.keys()].some((id) => !ours.has(id))) return null;
  const { environment, outcome, startedAt, endedAt } = run;
  return { id: trace.id, environment, outcome, startedAt, endedAt };
}
