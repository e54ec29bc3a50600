import type { ReactNode } from "react";
import { OutcomeMark } from "@/components/trace/outcome-mark";
import { PartialSum } from "@/components/trace/partial-sum";
import { CopyableId } from "@/components/ui/copyable-id";
import { formatCount, formatTokens } from "@/lib/display/count";
import { formatMoney } from "@/lib/display/money";
import { formatDateTime, formatDuration } from "@/lib/display/time";
import type { TraceDetail } from "@/lib/traces/traces-page";

/** What a run took and whether it did what it was for. */
export function TraceFacts(props: { trace: TraceDetail }) {
  const { trace } = props;
  const { sums } = trace;
  const summed = trace.isCut ? sums.calls : null;
  const tokens = (count: number | null) => (
    <PartialSum
      text={formatTokens(count)}
      known={count !== null}
      without={sums.callsWithoutTokens}
      what="tokens"
      summed={summed}
    />
  );
  return (
    <dl className="flex shrink-0 flex-wrap gap-x-8 gap-y-2 border-b border-line px-4 py-3 lg:px-6">
      <Sum name="Calls">
        {trace.isCut ? `the first ${formatCount(sums.calls)}` : formatCount(sums.calls)}
      </Sum>
      <Sum name="Errors">
        <PartialSum text={formatCount(sums.errored)} known without={0} what="" summed={summed} />
      </Sum>
      <Sum name="Start">{formatDateTime(trace.startedAt)}</Sum>
      <Sum name="Duration">
        <PartialSum
          text={formatDuration(trace.durationMs)}
          known={trace.durationMs !== null}
          without={0}
          what=""
          summed={summed}
        />
      </Sum>
      <Sum name="Tokens in">{tokens(sums.inputTokens)}</Sum>
      <Sum name="Tokens out">{tokens(sums.outputTokens)}</Sum>
      <Sum name="Cost">
        <PartialSum
          text={formatMoney(sums.costUsd)}
          known={sums.costUsd !== null}
          without={sums.callsWithoutCost}
          what="cost"
          summed={summed}
        />
      </Sum>
      <Sum name="Outcome">
        <OutcomeMark outcome={trace.outcome} />
      </Sum>
      <Sum name="Trace id">
        <CopyableId id={trace.sourceTraceId} name="trace id" />
      </Sum>
    </dl>
  );
}

function Sum(props: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-xs text-muted">{props.name}</dt>
      <dd className="tabular-nums">{props.children}</dd>
    </div>
  );
}
