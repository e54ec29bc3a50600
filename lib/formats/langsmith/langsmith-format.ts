import { isObject } from "@/lib/formats/is-object";
import { stampSpan } from "@/lib/spans/fold-span";
import { outcomeOf } from "@/lib/spans/outcome";
import { asText, firstOf } from "@/lib/spans/plain-values";
import { emptySpan, type SpanRecord } from "@/lib/spans/span";
import type { SpanFormat, SpanReading } from "@/lib/spans/span-format";
import { readRun } from "./read-run";

type Row = Record<string, unknown>;

const isRun = (value: unknown): value is Row =>
  isObject(value) &&
  typeof value["run_type"] === "string" &&
  firstOf(value["dotted_order"], value["trace_id"], value["id"]) !== undefined;

const isFeedback = (value: unknown): value is Row =>
  isObject(value) &&
  typeof value["key"] === "string" &&
  firstOf(value["run_id"], value["trace_id"]) !== undefined;

const isBatch = (value: unknown): value is Row =>
  isObject(value) &&
  (Array.isArray(value["post"]) ||
    Array.isArray(value["patch"]) ||
    Array.isArray(value["feedback"]));

/** LangSmith's runs: exported one per record, `{post, patch}` batches, and feedback. */
export const langsmithFormat: SpanFormat = {
  id: "langsmith",
  name: "LangSmith runs",
  detect: (record) => isRun(record) || isFeedback(record) || isBatch(record),
  readSpans(record): SpanReading {
    const read: SpanReading = { kind: "spans", spans: [], other: [], rejected: [], notes: [] };
    const take = (span: SpanRecord | string) => {
      if (typeof span === "string") read.rejected.push(span);
      else read.spans.push(span);
    };
    if (isBatch(record)) {
      for (const run of listOf(record["post"])) take(readPart(run, "post"));
      for (const run of listOf(record["patch"])) take(readPart(run, "patch"));
      for (const one of listOf(record["feedback"])) take(readFeedback(one));
    } else if (isFeedback(record)) take(readFeedback(record));
    else if (isRun(record)) take(readPart(record, null));
    else return { kind: "unparseable", reason: "neither a run nor a batch of runs nor feedback" };
    return read;
  },
};

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** What a patch says stands before what the post said, in whichever order they come. */
function readPart(run: unknown, op: "post" | "patch" | null): SpanRecord | string {
  if (!isObject(run) || asText(run["id"]) === null) return "a run without an id";
  const span = readRun(run);
  return op === null ? span : stampSpan(span, op === "post" ? "1" : "2");
}

function readFeedback(feedback: unknown): SpanRecord | string {
  if (!isFeedback(feedback)) return "feedback without a key, or without a run";
  const { run_id, trace_id, key, score, value, id } = feedback;
  const runId = asText(run_id);
  const fact = outcomeOf(
    String(key),
    firstOf(score, value) ?? null,
    runId === null ? "trace" : "span",
    {
      id: asText(id),
      at: asText(firstOf(feedback["modified_at"], feedback["created_at"])),
      label: value,
    },
  );
  return { ...emptySpan(asText(trace_id), runId ?? ""), outcomes: [fact] };
}

/** One part of a `/runs/multipart` body, its content parsed. */
export type RunPart = { name: string; value: unknown };

const PART = /^(post|patch|feedback)\.([^.]+)(?:\.(.+))?$/u;

/**
 * The parts of a `/runs/multipart` body as one record for `readSpans`: `post.<id>` and
 * `patch.<id>` with their `.inputs`, `.outputs`, `.extra` and so on, in any order. Attachments
 * are left out.
 */
export function joinRunParts(parts: readonly RunPart[]): Row {
  const runs = { post: new Map<string, Row>(), patch: new Map<string, Row>() };
  const feedback: unknown[] = [];
  for (const { name, value } of parts) {
    const [, op, id = "", member] = PART.exec(name) ?? [];
    if (op === "feedback") feedback.push(value);
    if (op !== "post" && op !== "patch") continue;
    const run = runs[op].get(id) ?? { id };
    if (member !== undefined) run[member] = value;
    else if (isObject(value)) Object.assign(run, { ...value, ...run });
    runs[op].set(id, run);
  }
  return { post: [...runs.post.values()], patch: [...runs.patch.values()], feedback };
}
