import { createReadStream, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { CallRecord } from "@/lib/calls/call";
import { type CsvCell, csvLine } from "@/lib/csv/csv-line";
import { sniffContainer } from "@/lib/formats/container";
import { detectFormat } from "@/lib/formats/detect";
import { isObject } from "@/lib/formats/is-object";
import { readRecords } from "@/lib/formats/read-records";
import { spanFormats } from "@/lib/formats/span-registry";
import { readCsvRecords } from "@/lib/tabular/read-csv-records";
import { collectCsv } from "@/lib/tabular/testing";

const folder = process.env["ASSAY_CAPTURES"] ?? "";
const derived = (name: string) => join(folder, "derived", name);

async function readFile(path: string) {
  const values: unknown[] = [];
  const container = sniffContainer(readFileSync(path));
  const read = container.ok && container.value === "csv" ? readCsvRecords : readRecords;
  for await (const record of read(createReadStream(path))) {
    if (record.refusal !== undefined) throw new Error(record.refusal);
    values.push(record.value);
  }
  const format = detectFormat(values);
  if (!format.ok) throw new Error(format.message);
  const calls = values.map((value) => {
    const reading = format.value.read(value);
    if (reading.kind !== "call") throw new Error(reading.reason);
    return reading.call;
  });
  return { format: format.value.id, calls };
}

type Expected = {
  step: string;
  http_status: number;
  model_requested: string;
  model_returned: string | null;
  input_tokens: number | null;
  cached_input_tokens: number | null;
  output_tokens: number | null;
  reasoning_tokens: number | null;
};

function expectedCalls(): Expected[] {
  const text = readFileSync(join(folder, "langfuse-v4-otel", "expected.json"), "utf8");
  return (JSON.parse(text) as { calls: Expected[] }).calls;
}

const summary = (call: CallRecord) => ({
  requestModel: call.requestModel,
  model: call.model,
  failed: call.error !== null,
  tokens: [call.inputTokens, call.cachedInputTokens, call.outputTokens, call.reasoningTokens],
});

function wanted(one: Expected) {
  const failed = one.http_status !== 200;
  return {
    requestModel: one.model_requested,
    model: failed ? null : one.model_returned,
    failed,
    tokens: failed
      ? [null, null, null, null]
      : [one.input_tokens, one.cached_input_tokens, one.output_tokens, one.reasoning_tokens],
  };
}

describe.skipIf(!existsSync(derived("seed.csv")))(
  "files derived from captured traffic (ASSAY_CAPTURES names the captures' folder)",
  () => {
    test.each([
      ["openai-chat-log.jsonl", "openai-chat"],
      ["litellm-standard-logging.jsonl", "litellm"],
    ])("%s holds the 23 calls of the run, token for token", async (name, format) => {
      const found = await readFile(derived(name));
      expect(found.format).toBe(format);
      expect(found.calls.map(summary)).toEqual(expectedCalls().map(wanted));
    });

    test("LiteLLM's payloads name the steps and the runs", async () => {
      const { calls } = await readFile(derived("litellm-standard-logging.jsonl"));
      expect(calls.map((call) => call.stepType)).toEqual(expectedCalls().map(({ step }) => step));
      expect(new Set(calls.map((call) => call.traceId)).size).toBe(6);
    });

    test.each(["seed.jsonl", "seed.csv"])(
      "%s holds the 23 calls with their steps",
      async (name) => {
        const found = await readFile(derived(name));
        expect(found.format).toBe("article");
        expect(found.calls.map((call) => call.stepType)).toEqual(
          expectedCalls().map(({ step }) => step),
        );
      },
    );

    test("seed.csv says what seed.jsonl says", async () => {
      const [lines, table] = [
        await readFile(derived("seed.jsonl")),
        await readFile(derived("seed.csv")),
      ];
      // an empty cell is no answer, an empty text in JSON an empty one
      const silent = (call: CallRecord) =>
        call.response?.content === "" ? { ...call, response: null } : call;
      expect(table.calls).toEqual(lines.calls.map(silent));
      expect(table.calls.map((call) => call.correct)).toContain(false);
    });

    test.each(["langfuse-observations.json", "langsmith-runs.jsonl"])(
      "%s says the same as a table",
      async (name) => {
        const rows: unknown[] = [];
        for await (const record of readRecords(createReadStream(derived(name))))
          if (record.refusal === undefined) rows.push(record.value);
        const found = await collectCsv(new TextEncoder().encode(asTable(rows)));
        const cells = found.map((record) => (record.refusal === undefined ? record.value : null));
        const format = detectFormat(cells, spanFormats);
        if (!format.ok) throw new Error(format.message);
        const read = (value: unknown) => format.value.readSpans(value);
        expect(cells.map(read)).toEqual(rows.map(read));
      },
    );
  },
);

/** Rows as CSV, lists and objects as their JSON text. */
function asTable(rows: readonly unknown[]): string {
  const records = rows.filter(isObject);
  const columns = [...new Set(records.flatMap(Object.keys))];
  const cell = (value: unknown): CsvCell =>
    typeof value === "object" && value !== null
      ? JSON.stringify(value)
      : ((value ?? null) as CsvCell);
  const lines = records.map((record) => csvLine(columns.map((column) => cell(record[column]))));
  return csvLine(columns) + lines.join("");
}
