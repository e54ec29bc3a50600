import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { CallRecord } from "@/lib/calls/call";
import { flagsOf } from "@/lib/calls/flags";
import { messageText } from "@/lib/calls/message-text";
import { toolCallsOf } from "@/lib/calls/tool-calls";
import { spanFormats } from "@/lib/formats/span-registry";
import { joinRunParts } from "@/lib/formats/langsmith/langsmith-format";
import { decodeLogsProtobuf, decodeTraceProtobuf } from "@/lib/otlp/decode";
import type { SpanRecord } from "@/lib/spans/span";
import type { SpanReading } from "@/lib/spans/span-format";
import { compactSpan, foldSpan, readStoredSpan } from "./fold-span";
import { readingOfItems } from "./read-otlp";
import { readOtlpLog, readOtlpSpan } from "./read-otlp-span";
import { settleTrace } from "./settle";
import type { SettledTrace } from "./settled";

type Meta = { path: string; headers: Record<string, string> };

/** What a span format makes of one record of a file. */
function readRecord(record: unknown): SpanReading {
  const format = spanFormats.find((known) => known.detect(record));
  if (format === undefined) throw new Error("no span format knows this record");
  return format.readSpans(record);
}

/** What each captured body of a folder says, by the door it was sent to. */
async function readCapture(folder: string): Promise<SpanReading[]> {
  const names = readdirSync(folder).filter((name) => name.endsWith(".meta.json"));
  return Promise.all(
    names.toSorted().map(async (name) => {
      const meta = JSON.parse(readFileSync(join(folder, name), "utf8")) as Meta;
      const stem = name.slice(0, -".meta.json".length);
      const file = readdirSync(folder).find(
        (one) => one === `${stem}.bin` || one === `${stem}.json`,
      );
      const bytes = readFileSync(join(folder, file ?? ""));
      return readBody(meta, bytes);
    }),
  );
}

async function readBody({ path, headers }: Meta, sent: Buffer): Promise<SpanReading> {
  const type = headers["content-type"] ?? "";
  const bytes = headers["content-encoding"] === "gzip" ? gunzipSync(sent) : sent;
  if (type.startsWith("multipart/")) {
    const body = new Uint8Array(bytes);
    const form = await new Request("http://assay.test", {
      method: "POST",
      headers: { "content-type": type },
      body,
    }).formData();
    const parts = [...form].map(async ([name, value]) => ({
      name,
      value: JSON.parse(typeof value === "string" ? value : await value.text()) as unknown,
    }));
    return readRecord(joinRunParts(await Promise.all(parts)));
  }
  if (type.startsWith("application/json")) return readRecord(JSON.parse(bytes.toString("utf8")));
  if (path.endsWith("/v1/logs")) {
    const logs = decodeLogsProtobuf(bytes, readOtlpLog);
    if (!logs.ok) throw new Error(logs.message);
    return readingOfItems(logs.value);
  }
  const traces = decodeTraceProtobuf(bytes, readOtlpSpan);
  if (!traces.ok) throw new Error(traces.message);
  return readingOfItems(traces.value);
}

/** The records settled trace by trace; those without a trace go with their span's. */
function settleAll(records: readonly SpanRecord[]): SettledTrace[] {
  const traceOf = new Map<string, string>();
  for (const { spanId, traceId } of records) if (traceId !== null) traceOf.set(spanId, traceId);
  const traces = new Map<string, SpanRecord[]>();
  for (const record of records) {
    const id = record.traceId ?? traceOf.get(record.spanId) ?? "";
    traces.set(id, [...(traces.get(id) ?? []), record]);
  }
  return [...traces].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, list]) => settleTrace(list));
}

const spansIn = (readings: readonly SpanReading[]): SpanRecord[] =>
  readings.flatMap((reading) => {
    if (reading.kind === "unparseable") throw new Error(reading.reason);
    return reading.spans;
  });

type Expected = {
  made: { traces: number; llm_calls: number; errors: number };
  calls: {
    step: string;
    model_requested: string;
    model_returned: string | null;
    response_id: string | null;
    input_tokens: number | null;
    cached_input_tokens: number | null;
    output_tokens: number | null;
    reasoning_tokens: number | null;
    text: string | null;
    tool_calls: { id: string; name: string; arguments: unknown }[];
    error: string | null;
    correct: boolean | null;
  }[];
};

/** What a payload is silent about, so that it cannot come out. */
type Silent = {
  failed?: true;
  cached?: true;
  reasoning?: true;
  requestModel?: true;
  provider?: true;
  responseId?: true;
  callIds?: true;
  outcome?: "none" | "run";
};

const folders: Record<string, Silent> = {
  "langfuse-v4-otel": { requestModel: true, provider: true, responseId: true, outcome: "run" },
  "langsmith-multipart": {},
  "openinference-openai-json": { failed: true, outcome: "none" },
  "otel-genai-json": { cached: true, reasoning: true },
  "otel-genai-proto-gzip": { cached: true, reasoning: true },
  "traceloop-legacy-proto": {
    failed: true,
    cached: true,
    reasoning: true,
    responseId: true,
    callIds: true,
    outcome: "none",
  },
  "vercel-ai6-json": { outcome: "none" },
};

const root = process.env["ASSAY_CAPTURES"] ?? "";
const exports = join(root, "..", "data", "raw-langfuse-exports");

/** What both sides can be compared by, in an order of their own. */
function comparable(rows: Row[], silent: Silent): Row[] {
  return rows
    .map((row) => ({
      ...row,
      cached: silent.cached ? null : row.cached,
      reasoning: silent.reasoning ? null : row.reasoning,
      correct: silent.outcome === undefined ? row.correct : null,
      tools: row.tools.map((tool) => (silent.callIds ? { ...tool, id: "" } : tool)),
    }))
    .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

type Row = {
  step: string | null;
  failed: boolean;
  text: string | null;
  tools: { id: string; name: string | null; arguments: unknown }[];
  model: string | null;
  input: number | null;
  cached: number | null;
  output: number | null;
  reasoning: number | null;
  correct: boolean | null;
};

const wanted = (expected: Expected, silent: Silent): Row[] =>
  expected.calls
    .filter(({ error }) => error === null || silent.failed !== true)
    .map((call) => ({
      step: call.step,
      failed: call.error !== null,
      text: call.text,
      tools: call.tool_calls,
      model: call.model_returned,
      input: call.input_tokens,
      cached: call.cached_input_tokens,
      output: call.output_tokens,
      reasoning: call.error === null ? call.reasoning_tokens : null,
      correct: call.correct,
    }));

function found(traces: SettledTrace[]): Row[] {
  return traces
    .flatMap(({ calls }) => calls)
    .map(({ call }) => ({
      step: call.stepType,
      failed: call.error !== null,
      text: call.response === null ? null : messageText(call.response) || null,
      tools: (call.response?.tool_calls ?? []).map((raw) => {
        const [read] = toolCallsOf({ role: "assistant", content: null, tool_calls: [raw] });
        const { id } = raw as { id?: string };
        return { id: id ?? "", name: read?.name ?? null, arguments: read?.arguments };
      }),
      model: call.model,
      input: call.inputTokens,
      cached: call.cachedInputTokens,
      output: call.outputTokens,
      reasoning: call.reasoningTokens,
      correct: call.correct,
    }));
}

const expectedOf = (name: string): Expected =>
  JSON.parse(readFileSync(join(root, name, "expected.json"), "utf8")) as Expected;

function expectRows(traces: SettledTrace[], expected: Expected, silent: Silent) {
  expect(traces).toHaveLength(expected.made.traces);
  expect(comparable(found(traces), silent)).toEqual(comparable(wanted(expected, silent), silent));
  for (const { call, contentHint } of traces.flatMap(({ calls }) => calls)) {
    expect(CallRecord.parse(call)).toEqual(call);
    expect(call.agent).toBe("invoice_agent");
    expect(call.messages?.[0]?.role).toBe("system");
    expect(contentHint).toBeNull();
    if (!silent.requestModel) expect(call.requestModel).toBe("gpt-5.5");
    if (!silent.provider) expect(call.provider).toBe("openai");
    expect(call.startedAt).toMatch(/^2026-11-21T/u);
    expect(call.latencyMs).toBeGreaterThan(0);
  }
  const runs = traces.map(({ run }) => run.outcome);
  const no = runs.filter((outcome) => outcome === false);
  expect(no).toHaveLength(silent.outcome === "run" ? 1 : 0);
}

describe.skipIf(root === "")("captured bodies (ASSAY_CAPTURES names their folder)", () => {
  test.each(Object.entries(folders))("%s gives the calls that were made", async (name, silent) => {
    const readings = await readCapture(join(root, name));
    const spans = spansIn(readings);
    const expected = expectedOf(name);
    const traces = settleAll(spans);
    expectRows(traces, expected, silent);
    if (!silent.responseId) {
      const ids = traces.flatMap(({ calls }) => calls.map(({ responseId }) => responseId));
      const given = expected.calls.flatMap(({ response_id }) => response_id ?? []);
      expect(ids.filter((id) => id !== null).toSorted()).toEqual(given.toSorted());
    }
    for (const reading of readings) expect(reading).toHaveProperty("rejected", []);
  });

  test.each(Object.keys(folders))(
    "%s twice, reversed, stored and read back is the same",
    async (name) => {
      const spans = spansIn(await readCapture(join(root, name)));
      const once = settleAll(spans);
      expect(settleAll([...spans, ...spans])).toEqual(once);
      expect(settleAll(spans.toReversed())).toEqual(once);
      const stored = spans.map((span) => JSON.stringify(compactSpan(span)));
      expect(settleAll(stored.map((text) => readStoredSpan(JSON.parse(text))))).toEqual(once);
      const folded = new Map<string, SpanRecord>();
      for (const span of [...spans.toReversed(), ...spans]) {
        const known = folded.get(span.spanId);
        folded.set(span.spanId, known === undefined ? span : foldSpan(known, span).span);
      }
      expect(settleAll([...folded.values()])).toEqual(once);
    },
  );

  test("one client's protobuf and JSON runs give the same rows", async () => {
    const [json, protobuf] = await Promise.all(
      ["otel-genai-json", "otel-genai-proto-gzip"].map(async (name) =>
        found(settleAll(spansIn(await readCapture(join(root, name))))),
      ),
    );
    expect(comparable(protobuf ?? [], {})).toEqual(comparable(json ?? [], {}));
  });

  test("the observations that Langfuse exports give the same calls", () => {
    const text = readFileSync(join(root, "derived", "langfuse-observations.json"), "utf8");
    const rows = JSON.parse(text) as unknown[];
    const silent: Silent = { ...folders["langfuse-v4-otel"] };
    expectRows(settleAll(spansIn(rows.map(readRecord))), expectedOf("langfuse-v4-otel"), silent);
  });

  test("the runs that LangSmith exports give the same calls", () => {
    const text = readFileSync(join(root, "derived", "langsmith-runs.jsonl"), "utf8");
    const rows = text.split("\n").filter((line) => line.trim() !== "");
    const spans = spansIn(rows.map((line) => readRecord(JSON.parse(line))));
    expectRows(settleAll(spans), expectedOf("langsmith-multipart"), {});
  });
});

const hasExports = root !== "" && existsSync(exports);

describe.skipIf(!hasExports)("Langfuse's real exports (beside ASSAY_CAPTURES)", () => {
  test.each([
    ["langfuse-export-pydantic-ai-tools-2025-12-04.json", 4],
    ["langfuse-export-crewai-2025-07-11.json", 1],
    ["langfuse-export-google-gemini-2025-08-01.json", 1],
    ["langfuse-export-microsoft-agent-2025-12-17.json", 2],
  ])("%s holds %d calls with text and tokens", (name, count) => {
    const record: unknown = JSON.parse(readFileSync(join(exports, name), "utf8"));
    const [trace, ...others] = settleAll(spansIn([readRecord(record)]));
    expect(others).toEqual([]);
    expect(trace?.calls).toHaveLength(count);
    for (const { call } of trace?.calls ?? []) {
      expect(CallRecord.parse(call)).toEqual(call);
      expect(flagsOf(call)).toMatchObject({ errored: false, withoutText: false });
      expect(call.inputTokens).toBeGreaterThan(0);
      expect(call.outputTokens).toBeGreaterThan(0);
      expect(call.model).not.toBeNull();
    }
  });
});
