import { isObject } from "@/lib/formats/is-object";
import { asText, firstOf } from "@/lib/spans/plain-values";
import { unwrapJson } from "@/lib/spans/json-text";
import { nanosOf } from "@/lib/spans/nanos";
import { outcomeOf } from "@/lib/spans/outcome";
import { emptySpan, type OutcomeFact, type SpanRecord } from "@/lib/spans/span";
import type { SpanFormat, SpanReading } from "@/lib/spans/span-format";
import { readObservationRow, scoreFact } from "./read-observation-row";

type Row = Record<string, unknown>;
type Read = Extract<SpanReading, { kind: "spans" }>;

const TYPES =
  /^(?:generation|span|event|agent|tool|chain|retriever|evaluator|embedding|guardrail)$/iu;
/** Exports hold what the server made of it: the total tells what is apart. */
const BY_TOTAL = { input: false, output: false };

const isObservation = (row: Row): boolean =>
  firstOf(row["traceId"], row["trace_id"]) !== undefined &&
  typeof row["type"] === "string" &&
  TYPES.test(row["type"]) &&
  firstOf(row["id"], row["startTime"], row["start_time"]) !== undefined;

const isScore = (row: Row): boolean =>
  typeof row["name"] === "string" &&
  firstOf(row["traceId"], row["trace_id"]) !== undefined &&
  ("dataType" in row || "data_type" in row) &&
  ("value" in row || "stringValue" in row || "string_value" in row);

const isWhole = (row: Row): boolean =>
  Array.isArray(row["observations"]) &&
  row["observations"].every((one) => isObject(one) && isObservation(one)) &&
  (isObject(row["trace"]) || "id" in row);

const pageOf = (row: Row): Row[] | null => {
  const { data } = row;
  if (!Array.isArray(data) || data.length === 0 || !data.every(isObject)) return null;
  return data.every((one) => isObservation(one) || isScore(one)) ? data : null;
};

/** Langfuse's exports: observations (UI, API pages, blob storage), scores, whole traces. */
export const langfuseExportFormat: SpanFormat = {
  id: "langfuse-export",
  name: "Langfuse export (observations, traces)",
  detect: (record) =>
    isObject(record) &&
    (isObservation(record) || isScore(record) || isWhole(record) || pageOf(record) !== null),
  readSpans(record): SpanReading {
    if (!isObject(record)) return { kind: "unparseable", reason: "not an observation" };
    const read: Read = { kind: "spans", spans: [], other: [], rejected: [], notes: [] };
    const page = pageOf(record);
    if (page !== null) for (const row of page) readRow(row, read);
    else if (isWhole(record)) readWhole(record, read);
    else readRow(record, read);
    return read;
  },
};

function readRow(row: Row, read: Read): void {
  if (isScore(row) && !isObservation(row)) read.spans.push(readScore(row, null));
  else if (!isObservation(row)) read.rejected.push("not an observation: no trace id with a type");
  else if (asText(row["id"]) === null) read.rejected.push("an observation without an id");
  else {
    const span = readObservationRow(row, BY_TOTAL, null);
    read.spans.push({ ...span, outcomes: [...span.outcomes, ...columnsOf(row)] });
  }
}

/** A score of a trace has no observation. */
function readScore(row: Row, traceId: string | null): SpanRecord {
  const observation = asText(firstOf(row["observationId"], row["observation_id"]));
  const trace = asText(firstOf(row["traceId"], row["trace_id"])) ?? traceId;
  const fact = scoreFact(row, observation === null ? "trace" : "span");
  return { ...emptySpan(trace, observation ?? ""), outcomes: fact === null ? [] : [fact] };
}

function readWhole(record: Row, read: Read): void {
  const trace = isObject(record["trace"]) ? record["trace"] : record;
  const id = asText(trace["id"]);
  const { scores, observations } = record;
  const said = Array.isArray(trace["scores"]) ? trace["scores"] : scores;
  for (const row of Array.isArray(observations) ? observations : []) readRow(row as Row, read);
  for (const score of Array.isArray(said) ? said.filter(isObject) : [])
    read.spans.push(readScore(score, id));
  if (id !== null) read.spans.push(readTrace(trace, id));
}

/** What Langfuse says of a trace as a whole. */
export function readTrace(trace: Row, id: string): SpanRecord {
  return {
    ...emptySpan(id, ""),
    name: asText(trace["name"]),
    environment: asText(trace["environment"]),
    sessionId: asText(firstOf(trace["sessionId"], trace["session_id"])),
    userId: asText(firstOf(trace["userId"], trace["user_id"])),
    startNs: nanosOf(trace["timestamp"]),
  };
}

/** In the UI's export each score is a column of its own, with a list of values. */
function columnsOf(row: Row): OutcomeFact[] {
  return Object.entries(row).flatMap(([name, raw]) => {
    const value = unwrapJson(raw);
    const list: unknown[] = Array.isArray(value) ? value : [value];
    return list
      .filter((one) => typeof one !== "object" && one !== "" && one !== undefined)
      .map((one) => outcomeOf(name, one, "span"))
      .filter((fact) => fact.value !== null);
  });
}
