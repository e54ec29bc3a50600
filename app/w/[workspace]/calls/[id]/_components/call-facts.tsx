import { Link } from "@/components/ui/link";
import { OutcomeMark } from "@/components/trace/outcome-mark";
import { CopyableId } from "@/components/ui/copyable-id";
import { ForeignText } from "@/components/ui/foreign-text";
import type { CallDetail } from "@/lib/calls/call-detail";
import { MOST_ALIKE } from "@/lib/calls/alike";
import { formatCountUpTo } from "@/lib/display/count";
import { DASH } from "@/lib/display/dash";
import { formatDateTime, formatDuration } from "@/lib/display/time";
import { CostFact } from "./cost-fact";
import { Fact } from "./fact";
import { ForeignFact } from "./foreign-fact";
import { TokenFacts } from "./token-facts";

const FLAG_SENTENCES = {
  errored: "failed before the model answered",
  without_text: "without text",
  without_ground_truth: "nobody says whether it was right",
  near_duplicate: "asked like an earlier call",
} as const;

/** All that is known about a call; what the source does not say is a dash. */
export function CallFacts(props: { base: string; detail: CallDetail }) {
  const { base, detail } = props;
  const { row } = detail;
  const idOf = (id: string | null, name: string) =>
    id === null ? DASH : <CopyableId id={id} name={name} />;
  return (
    <dl className="text-sm">
      <ForeignFact name="Step type" text={row.step_type} />
      {row.step_source === null ? null : <Fact name="known from">{row.step_source}</Fact>}
      <Fact name="Route key">
        <ForeignText text={row.route_key} preserve mono />
        {detail.routeKeySource === "prompt" ? (
          <span className="block text-muted">
            from agent and prompt, since no step type is set: a router cannot find it
          </span>
        ) : null}
      </Fact>
      <Fact name="Cluster">
        <Link href={`${base}/clusters/${detail.clusterId}`} className="underline">
          <ForeignText text={row.cluster} inline />
        </Link>
      </Fact>
      <ForeignFact name="Act" text={row.act} />
      <ForeignFact name="Agent" text={row.agent} />
      <Fact name="Human-facing">
        {row.human_facing === null ? DASH : row.human_facing ? "yes" : "no"}
      </Fact>
      <ForeignFact name="Model" text={row.model} />
      {row.request_model === null || row.request_model === row.model ? null : (
        <ForeignFact name="asked for" text={row.request_model} />
      )}
      <ForeignFact name="Provider" text={row.provider} />
      <TokenFacts row={row} />
      <CostFact cost={detail.cost} />
      <Fact name="Latency">{formatDuration(row.latency_ms)}</Fact>
      <Fact name="Start">{formatDateTime(row.started_at)}</Fact>
      <Fact name="Outcome">
        <OutcomeMark outcome={row.correct} />
      </Fact>
      <Fact name="of the run">
        <OutcomeMark outcome={row.trace_outcome} />
      </Fact>
      {row.flags.length === 0 ? null : (
        <Fact name="Flags">{row.flags.map((flag) => FLAG_SENTENCES[flag]).join("; ")}</Fact>
      )}
      <Fact name="Asked alike">
        {detail.alike === null || detail.alike < 2 ? (
          detail.alike === null ? (
            DASH
          ) : (
            "no other call"
          )
        ) : (
          <Link href={`${base}/calls?alike=${row.id}`} className="underline">
            {formatCountUpTo(detail.alike, MOST_ALIKE)} calls
          </Link>
        )}
      </Fact>
      {row.modality === null ? null : <ForeignFact name="Made of" text={row.modality} />}
      {row.attempt === null ? null : <Fact name="Attempt">{row.attempt}</Fact>}
      {row.environment === null ? null : <ForeignFact name="Environment" text={row.environment} />}
      <Fact name="Call id">{idOf(row.id, "call id")}</Fact>
      <Fact name="Trace id">{idOf(row.trace_id, "trace id")}</Fact>
      <Fact name="Span id">{idOf(row.span_id, "span id")}</Fact>
      {row.parent_id === null ? null : (
        <Fact name="Parent span">{idOf(row.parent_id, "parent span id")}</Fact>
      )}
      <Fact name="Import">
        <Link href={`${base}/imports/${detail.import.id}`} className="underline">
          <ForeignText text={detail.import.name ?? "import"} inline />
        </Link>
      </Fact>
    </dl>
  );
}
