import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CallRecord } from "@/lib/calls/call";
import { detectFormat, getFormat } from "@/lib/formats/detect";
import { examples } from "@/lib/formats/examples";
import type { Format } from "@/lib/formats/format";
import { formats } from "@/lib/formats/registry";
import { spanFormats } from "@/lib/formats/span-registry";

/** What no column can hold, beside any JSON value. */
const anything = fc.oneof(
  { weight: 3, arbitrary: fc.jsonValue() },
  fc.constantFrom(3e9, 2 ** 31 - 1, 1e15, 1e300, 1e308, "0000-01-01T00:00:00Z"),
  fc.constantFrom("9999-12-31T23:59:59-23:59", "1969-12-31T23:59:59Z", "x".repeat(3_000)),
);

/** A plain record with one member replaced by anything. */
const damaged = (record: Record<string, unknown>) =>
  fc
    .tuple(fc.constantFrom(...Object.keys(record)), anything)
    .map(([key, value]) => ({ ...record, [key]: value }));

/** A record of which one member of a member, at any depth, is replaced by anything. */
function damagedWithin(record: Record<string, unknown>): fc.Arbitrary<Record<string, unknown>> {
  return fc
    .tuple(fc.constantFrom(...Object.keys(record)), fc.nat(), anything)
    .map(([key, at, value]) => ({ ...record, [key]: replaceWithin(record[key], at, value) }));
}

function replaceWithin(value: unknown, at: number, by: unknown): unknown {
  if (typeof value !== "object" || value === null) return by;
  const keys = Object.keys(value);
  const key = keys[at % Math.max(1, keys.length)];
  if (key === undefined) return by;
  const copy = structuredClone(value) as Record<string, unknown>;
  copy[key] = replaceWithin(copy[key], Math.floor(at / keys.length), by);
  return copy;
}

function settle(format: Format, record: unknown) {
  const reading = format.read(record);
  if (reading.kind !== "call") expect(reading.reason).not.toBe("");
  else {
    expect(CallRecord.parse(reading.call)).toEqual(reading.call);
    expectStorable(reading.call);
  }
  return reading;
}

/** Within what the columns hold, alone and summed. */
function expectStorable(call: CallRecord) {
  const { inputTokens, outputTokens, startedAt, latencyMs } = call;
  expect((inputTokens ?? 0) + (outputTokens ?? 0)).toBeLessThan(2 ** 31);
  for (const count of [call.cachedInputTokens, call.reasoningTokens, call.attempt])
    expect(count ?? 0).toBeLessThan(2 ** 31);
  expect(call.statedCostUsd ?? 0).toBeLessThanOrEqual(1e6);
  const end = new Date(Date.parse(startedAt ?? "2026-01-01") + (latencyMs ?? 0));
  expect(end.toISOString()).toMatch(/^(?:19[7-9]|2[01])\d/u);
  expect((call.traceId ?? "").length).toBeLessThanOrEqual(500);
  for (const name of [call.stepType, call.agent, call.model, call.requestModel, call.provider])
    expect(Array.from(name ?? "").length).toBeLessThanOrEqual(300);
}

describe.each(formats.map((format) => [format.id, format] as const))(
  "the format %s",
  (id, format) => {
    const records = examples[id] ?? [];
    const record = records[0] ?? {};

    test("has an id of its own and plain records among the examples", () => {
      expect(formats.filter((other) => other.id === id)).toHaveLength(1);
      expect(records.length).toBeGreaterThan(1);
      expect(getFormat(id)).toEqual({ ok: true, value: format });
    });

    test.each(records.map((example, at) => [at, example] as const))(
      "recognises its own example %i and no other does; reads it as a call",
      (_at, example) => {
        expect(formats.filter((other) => other.detect(example))).toEqual([format]);
        expect(spanFormats.filter((other) => other.detect(example))).toEqual([]);
        expect(detectFormat([1, "x", {}, example])).toEqual({ ok: true, value: format });
        expect(settle(format, example)).toMatchObject({ kind: "call" });
      },
    );

    test("ignores keys that it does not know", () => {
      expect(format.read({ ...record, something_else: { deep: [1] } })).toEqual(
        format.read(record),
      );
    });

    test("changes nothing of a record", () => {
      const before = JSON.stringify(records);
      for (const example of records) format.read(example);
      expect(JSON.stringify(records)).toBe(before);
    });

    test.each([null, 1, "text", true, [], [record], {}, { type: "tool", output: 1 }])(
      "reads %j as no call",
      (value) => {
        expect(format.detect(value)).toBe(false);
        expect(settle(format, value).kind).toBe("other");
      },
    );

    test("settles whatever it is given, without throwing", () => {
      const hurt = fc.constantFrom(...records).chain((example) => damaged(example));
      fc.assert(
        fc.property(fc.oneof(fc.jsonValue(), hurt, hurt.chain(damagedWithin)), (value) => {
          const found = formats.filter((other) => other.detect(value));
          expect(found.length).toBeLessThanOrEqual(1);
          settle(format, value);
        }),
        { numRuns: 1_000 },
      );
    });
  },
);

describe.each(["assay", "article"])("our own format %s", (id) => {
  const [record] = examples[id] ?? [];

  test.each(["input_tokens", "output_tokens", "cached_input_tokens"])(
    "refuses a negative, fractional or textual %s with its name",
    (key) => {
      const format = getFormat(id);
      for (const value of [-1, 1.5, "12", true]) {
        const reading = format.ok && format.value.read({ ...record, [key]: value });
        expect(reading).toMatchObject({
          kind: "unparseable",
          reason: expect.stringContaining(`${key}: expected a whole`),
        });
      }
    },
  );
});

test.each([
  ["assay", { input_tokens: 3e9 }, "input_tokens"],
  ["assay", { input_tokens: 2e9, output_tokens: 2e9 }, "input_tokens"],
  ["article", { input_tokens: 900_000_000, cached_input_tokens: 950_000_000 }, "input_tokens"],
  ["assay", { attempt: 3e9 }, "attempt"],
  ["assay", { latency_ms: 1e308 }, "latency_ms"],
  ["assay", { cost_usd: 1e300 }, "cost_usd"],
  ["assay", { trace_id: "t".repeat(501) }, "trace_id"],
  ["article", { started_at: "0000-01-01T00:00:00Z" }, "started_at"],
  ["assay", { started_at: "9999-12-31T23:00:00-05:00" }, "started_at"],
  ["litellm", { response_cost: 1e9 }, "cost_usd"],
  ["litellm", { prompt_tokens: 5e9 }, "input_tokens"],
  ["openai-chat", { latency_ms: 1e308 }, "latency_ms"],
])("the format %s refuses %j, which nothing can hold, and names %s", (id, poison, field) => {
  const format = getFormat(id);
  const record = { ...examples[id]?.[0], ...poison };
  expect(format.ok && format.value.read(record)).toMatchObject({
    kind: "unparseable",
    reason: expect.stringContaining(`${field}: expected`),
  });
});

test.each([
  ["assay", "step_type", "stepType"],
  ["assay", "environment", "environment"],
  ["article", "agent", "agent"],
  ["article", "provider", "provider"],
  ["openai-chat", "step_type", "stepType"],
])("the format %s cuts an endless %s between characters and says so", (id, field, key) => {
  const format = getFormat(id);
  const record = { ...examples[id]?.[0], [field]: `${"x".repeat(299)}😀${"y".repeat(100_000)}` };
  const reading = format.ok ? format.value.read(record) : null;
  expect(reading).toMatchObject({ kind: "call", call: { [key]: `${"x".repeat(299)}😀` } });
  expect(reading).toHaveProperty(
    "notes",
    expect.arrayContaining([expect.stringContaining(`${field} was longer than 300`)]),
  );
});

describe("detecting a format", () => {
  test("refuses records of no known shape and names their keys", () => {
    const refusal = detectFormat([{ foo: 1 }, { bar: 2 }, 3]);
    expect(refusal).toMatchObject({ ok: false, code: "invalid" });
    expect(refusal).toHaveProperty("message", expect.stringContaining("keys seen: foo, bar"));
    expect(detectFormat([])).toHaveProperty("message", expect.stringContaining("No record"));
    expect(detectFormat([1])).toHaveProperty("message", expect.stringContaining("no objects"));
  });

  test("goes by the larger number of records", () => {
    const [[assay], [article]] = [examples["assay"] ?? [], examples["article"] ?? []];
    expect(detectFormat([assay, article, article])).toHaveProperty("value.id", "article");
  });

  test("refuses an id it does not know", () => {
    expect(getFormat("parquet")).toHaveProperty(
      "message",
      expect.stringContaining("assay, article"),
    );
  });
});
