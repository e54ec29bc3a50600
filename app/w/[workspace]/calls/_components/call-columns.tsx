import type { DataColumn } from "@/components/data-table/data-column";
import { AlikeLink } from "./alike-link";
import { PartialSum } from "@/components/trace/partial-sum";
import { OutcomeMark } from "@/components/trace/outcome-mark";
import { Badge } from "@/components/ui/badge";
import { ForeignText } from "@/components/ui/foreign-text";
import { MOST_ALIKE } from "@/lib/calls/alike";
import type { CallItem } from "@/lib/calls/call-item";
import type { CallFlag } from "@/lib/calls/call-query";
import { formatCountUpTo, formatTokens } from "@/lib/display/count";
import { DASH } from "@/lib/display/dash";
import { formatMoney } from "@/lib/display/money";
import { formatDateTime, formatDuration } from "@/lib/display/time";

const FLAG_WORDS: Record<CallFlag, string> = {
  errored: "error",
  without_text: "no text",
  without_ground_truth: "no truth",
  near_duplicate: "repeat",
};

const named = (text: string | null) => (text === null ? DASH : <ForeignText text={text} />);

/** The columns of the list of calls. What can be sorted is what has an index. */
const CALL_COLUMNS: readonly DataColumn<CallItem>[] = [
  {
    id: "time",
    header: "time",
    sortable: true,
    cell: (call) =>
      call.startedAt === null ? (
        <span title={call.id}>time unknown</span>
      ) : (
        formatDateTime(call.startedAt)
      ),
  },
  {
    id: "step",
    header: "step",
    maxWidth: "14rem",
    cell: (call) => (
      <ForeignText text={call.step} className={call.stepTagged ? "" : "text-muted"} />
    ),
  },
  { id: "cluster", header: "cluster", maxWidth: "13rem", cell: (call) => named(call.cluster) },
  { id: "act", header: "act", maxWidth: "12rem", cell: (call) => named(call.act) },
  { id: "agent", header: "agent", maxWidth: "10rem", cell: (call) => named(call.agent) },
  { id: "model", header: "model", maxWidth: "13rem", cell: (call) => named(call.model) },
  {
    id: "tokens",
    header: "tokens",
    align: "end",
    sortable: true,
    cell: (call) => formatTokens(sumOf(call.inputTokens, call.outputTokens)),
  },
  { id: "in", header: "in", align: "end", cell: (call) => formatTokens(call.inputTokens) },
  {
    id: "cached",
    header: "cached",
    align: "end",
    cell: (call) => formatTokens(call.cachedInputTokens),
  },
  { id: "out", header: "out", align: "end", cell: (call) => formatTokens(call.outputTokens) },
  {
    id: "cost",
    header: "cost",
    align: "end",
    sortable: true,
    cell: (call) => formatMoney(call.costUsd),
  },
  {
    id: "latency",
    header: "latency",
    align: "end",
    sortable: true,
    cell: (call) => formatDuration(call.latencyMs),
  },
  { id: "outcome", header: "outcome", cell: (call) => <OutcomeMark outcome={call.outcome} /> },
  {
    id: "flags",
    header: "flags",
    cell: (call) => (
      <span className="flex gap-1">
        {call.flags.map((flag) => (
          <Badge key={flag} tone="outline">
            {FLAG_WORDS[flag]}
          </Badge>
        ))}
      </span>
    ),
  },
  { id: "near", header: "alike", align: "end", cell: (call) => <AlikeLink call={call} /> },
  { id: "preview", header: "preview", maxWidth: "32rem", cell: (call) => named(call.preview) },
];

/** What a row says of all the calls that it stands for. */
const FOLDED_COLUMNS: readonly DataColumn<CallItem>[] = [
  {
    id: "folded",
    header: "calls",
    align: "end",
    cell: ({ folded }) => formatCountUpTo(folded.calls, MOST_ALIKE),
  },
  { id: "cost-of-all", header: "cost of all", align: "end", cell: costOfAll },
];

const WITH_FOLDED = CALL_COLUMNS.flatMap((column) =>
  column.id === "step" ? [...FOLDED_COLUMNS, column] : column,
);

/** The columns of a list in which each call stands for itself, or for those that were asked alike. */
export const callColumns = (isFolded: boolean): readonly DataColumn<CallItem>[] =>
  isFolded ? WITH_FOLDED : CALL_COLUMNS;

function costOfAll({ folded: { calls, costUsd, callsWithoutCost } }: CallItem) {
  return (
    <PartialSum
      text={formatMoney(costUsd)}
      known={costUsd !== null}
      without={callsWithoutCost}
      what="cost"
      summed={calls > MOST_ALIKE ? MOST_ALIKE : null}
    />
  );
}

const sumOf = (a: number | null, b: number | null) => (a === null || b === null ? null : a + b);
