import { isObject } from "@/lib/formats/is-object";
import { readTrace } from "@/lib/formats/langfuse-export/langfuse-export-format";
import { readObservationRow, scoreFact } from "@/lib/formats/langfuse-export/read-observation-row";
import { stampSpan } from "@/lib/spans/fold-span";
import { asText, firstOf } from "@/lib/spans/plain-values";
import { emptySpan, type SpanRecord } from "@/lib/spans/span";
import type { SpanFormat, SpanReading } from "@/lib/spans/span-format";

type Row = Record<string, unknown>;

const EVENT =
  /^(?:trace-create|score-create|sdk-log|(?:span|generation|observation|event|agent|tool|chain|retriever|evaluator|embedding|guardrail)-(?:create|update))$/u;

/** Up to version 3 the SDKs hand on the provider's counts, which include their parts. */
const INCLUSIVE = { input: false, output: false };

const isEvent = (value: unknown): value is Row =>
  isObject(value) &&
  typeof value["type"] === "string" &&
  EVENT.test(value["type"]) &&
  isObject(value["body"]);

/** A batch as Langfuse's SDKs up to version 3 (and LiteLLM) send it, and scores of every version. */
export const langfuseIngestionFormat: SpanFormat = {
  id: "langfuse-ingestion",
  name: "Langfuse ingestion batch",
  detect: (record) =>
    isEvent(record) ||
    (isObject(record) && Array.isArray(record["batch"]) && record["batch"].some(isEvent)),
  readSpans(record): SpanReading {
    if (!isObject(record)) return { kind: "unparseable", reason: "not an ingestion batch" };
    const batch = Array.isArray(record["batch"]) ? record["batch"] : [record];
    const read: SpanReading = { kind: "spans", spans: [], other: [], rejected: [], notes: [] };
    for (const event of batch) {
      if (!isEvent(event)) read.rejected.push("an event of no known type, or without a body");
      else if (event["type"] === "sdk-log") read.other.push("a log line of the SDK");
      else {
        const span = readEvent(event);
        if (typeof span === "string") read.rejected.push(span);
        else read.spans.push(span);
      }
    }
    return read;
  },
};

/** Of events of one observation the later one stands, field by field. */
function readEvent(event: Row): SpanRecord | string {
  const type = String(event["type"]);
  const body = event["body"] as Row;
  const mark = asText(event["timestamp"]) ?? "";
  if (type === "score-create") return readScore(body, mark);
  const id = asText(body["id"]);
  if (id === null) return `a ${type} event without an id in its body`;
  if (type === "trace-create") return stampSpan(readTrace(body, id), mark);
  const kind = type.slice(0, type.lastIndexOf("-"));
  const span = readObservationRow(body, INCLUSIVE, kind === "observation" ? null : kind);
  return stampSpan(span, mark);
}

function readScore(body: Row, mark: string): SpanRecord | string {
  const traceId = asText(body["traceId"]);
  const observation = asText(body["observationId"]);
  const fact = scoreFact(body, observation === null ? "trace" : "span");
  if (fact === null || firstOf(traceId, observation) === undefined)
    return "a score without a name, or without a trace";
  const outcomes = [{ ...fact, at: fact.at ?? mark }];
  return { ...emptySpan(traceId, observation ?? ""), outcomes };
}
