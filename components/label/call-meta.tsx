import { ArrowUpRight } from "lucide-react";
import { Link } from "@/components/ui/link";
import { ForeignText } from "@/components/ui/foreign-text";
import { formatCount, formatTokens } from "@/lib/display/count";
import { formatMoney } from "@/lib/display/money";
import { formatDuration } from "@/lib/display/time";
import { keysOf } from "@/lib/shortcuts";
import type { LabelItem } from "@/lib/labelling/label-item";

/** Where a call stands in its trace; null outside one. It opens beside: the sitting stays as it is. */
export const traceAddress = (
  base: string,
  { traceId, callId }: Pick<LabelItem, "traceId" | "callId">,
): string | null => (traceId === null ? null : `${base}/traces/${traceId}?call=${callId}`);

/** What is known of the call itself, in one line. Its outcome is not told: it would be a hint. */
export function CallMeta(props: { item: LabelItem; base: string }) {
  const { item, base } = props;
  const { step, traceId, model, agent } = item;
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-muted tabular-nums">
      {step && traceId ? (
        <Link
          href={traceAddress(base, item) ?? base}
          target="_blank"
          aria-keyshortcuts={keysOf("trace")}
          className="inline-flex items-center hover:text-ink"
        >
          step {formatCount(step.number)} of {formatCount(step.of)} in trace
          <ArrowUpRight aria-hidden className="size-3.5" />
        </Link>
      ) : null}
      {agent === null ? null : <ForeignText text={agent} className="max-w-48" />}
      {model === null ? null : <ForeignText text={model} mono className="max-w-64" />}
      <span>
        {formatTokens(item.inputTokens)} → {formatTokens(item.outputTokens)} tokens
      </span>
      <span>{formatMoney(item.costUsd)}</span>
      <span>{formatDuration(item.latencyMs)}</span>
      <Link
        href={`${base}/calls/${item.callId}`}
        target="_blank"
        className="inline-flex items-center hover:text-ink"
      >
        the whole call
        <ArrowUpRight aria-hidden className="size-3.5" />
      </Link>
    </p>
  );
}
