import { describe, expect, test } from "vitest";
import { actOf } from "@/lib/clustering/act";
import { messageText } from "@/lib/calls/message-text";
import { CallRecord } from "@/lib/calls/call";
import { detectFormat } from "@/lib/formats/detect";
import { sampleLabel, sampleRaters, type LabelledCall } from "@/lib/sample-workload/labels";
import type { SampleRecord } from "@/lib/sample-workload/recorder";
import { sampleWorkload } from "@/lib/sample-workload/sample-workload";

const until = new Date("2026-11-21T12:00:00Z");
const records = [...sampleWorkload({ seed: "tour", until })];

function read(record: SampleRecord): CallRecord {
  const format = detectFormat([record]);
  if (!format.ok) throw new Error(format.message);
  expect(format.value.id).toBe("assay");
  const reading = format.value.read(JSON.parse(JSON.stringify(record)));
  if (reading.kind !== "call") throw new Error(reading.reason);
  expect(reading.notes).toEqual([]);
  return reading.call;
}
const calls = records.map(read);

const share = (hits: number, all: number) => hits / all;
const count = (wanted: (call: CallRecord) => boolean) => calls.filter(wanted).length;

describe("the sample workload", () => {
  test("is the same for the same seed and end, and another for another seed", () => {
    const again = [...sampleWorkload({ seed: "tour", until })];
    expect(JSON.stringify(again)).toBe(JSON.stringify(records));
    expect([...sampleWorkload({ seed: "other", until })]).not.toEqual(records);
  });

  test("has about the calls asked for, in six steps on three models", () => {
    expect(records.length).toBeGreaterThan(1_350);
    expect(records.length).toBeLessThan(1_650);
    expect(new Set(calls.map((call) => call.stepType)).size).toBe(6);
    expect(new Set(calls.map((call) => call.model)).size).toBe(3);
    const traces = new Set(calls.map((call) => call.traceId));
    expect(traces.size).toBeGreaterThanOrEqual(150);
    expect(traces.size).toBeLessThanOrEqual(200);
    expect(new Set(calls.map((call) => call.spanId)).size).toBe(calls.length);
  });

  test("lies in the thirty days before its end", () => {
    for (const { startedAt } of calls) {
      expect(startedAt! <= until.toISOString()).toBe(true);
      expect(startedAt! >= "2026-10-22T11:00:00.000Z").toBe(true);
    }
  });

  test("has failures that are retried, and outcomes around eighty to twenty", () => {
    expect(
      share(
        count((call) => call.error !== null),
        calls.length,
      ),
    ).toBeGreaterThan(0.01);
    expect(count((call) => (call.attempt ?? 1) > 1)).toBeGreaterThan(0);
    const outcomes = new Map(calls.map((call) => [call.traceId, call.traceOutcome]));
    const right = [...outcomes.values()].filter((outcome) => outcome === true).length;
    expect(share(right, outcomes.size)).toBeGreaterThan(0.7);
    expect(share(right, outcomes.size)).toBeLessThan(0.87);
    expect([...outcomes.values()]).toContain(null);
  });

  test("counts tokens inclusively and serves growing prefixes from the cache", () => {
    for (const { inputTokens, cachedInputTokens, cacheWriteTokens } of calls) {
      if (inputTokens === null) continue;
      expect(inputTokens).toBeGreaterThanOrEqual(
        (cachedInputTokens ?? 0) + (cacheWriteTokens ?? 0),
      );
    }
    expect(count((call) => (call.cachedInputTokens ?? 0) > 0)).toBeGreaterThan(300);
  });
});

describe("sample labels", () => {
  const items = calls
    .filter((call) => call.response !== null)
    .map((call): LabelledCall => ({
      key: call.spanId ?? "",
      stepType: call.stepType,
      act: actOf(call),
      text: messageText(call.response!),
    }));
  const unanimousShare = (step: string) => {
    const own = items.filter((item) => item.stepType === step);
    const viable = own.filter((item) => {
      const verdicts = new Set(sampleRaters.map((rater) => sampleLabel(item, rater).verdict));
      const [only] = verdicts;
      return verdicts.size === 1 && (only === "viable" || only === "no_model_needed");
    });
    return share(viable.length, own.length);
  };

  test("are the same each time", () => {
    for (const item of items.slice(0, 50)) {
      for (const rater of sampleRaters)
        expect(sampleLabel(item, rater)).toEqual(sampleLabel(item, rater));
    }
  });

  test.each(["classify_intent", "extract_field", "format_result", "summarize_tool_output"])(
    "let %s pass a bar of 0.8 with room for its interval",
    (step) => expect(unanimousShare(step)).toBeGreaterThan(0.89),
  );

  test("let planning fail clearly and replies stay mixed", () => {
    expect(unanimousShare("plan_next_action")).toBeLessThan(0.2);
    expect(unanimousShare("reply_to_customer")).toBeGreaterThan(0.3);
    expect(unanimousShare("reply_to_customer")).toBeLessThan(0.7);
  });

  test("differ between raters now and then", () => {
    const split = items.filter(
      (item) => new Set(sampleRaters.map((rater) => sampleLabel(item, rater).verdict)).size > 1,
    );
    expect(share(split.length, items.length)).toBeGreaterThan(0.05);
    expect(share(split.length, items.length)).toBeLessThan(0.25);
  });
});
