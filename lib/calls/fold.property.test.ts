import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CallRecord } from "@/lib/calls/call";
import { canonicalJson, sameJson } from "@/lib/calls/canonical";
import { foldCall } from "@/lib/calls/fold";
import { assayFormat } from "@/lib/formats/assay/assay-format";

function aCall(extra: Record<string, unknown> = {}): CallRecord {
  const reading = assayFormat.read({
    trace_id: "t",
    span_id: "s",
    model: "gpt-5.5",
    messages: [{ role: "user", content: "Hello" }],
    response: { content: "Hi" },
    tools: ["a"],
    input_tokens: 3,
    output_tokens: 1,
    latency_ms: 20,
    correct: true,
    ...extra,
  });
  if (reading.kind !== "call") throw new Error(reading.reason);
  return reading.call;
}

const whole = aCall();
const keys = Object.keys(whole) as (keyof CallRecord)[];
/** The whole call with some of its fields unknown. */
const view = fc.subarray(keys).map((known): CallRecord => {
  const kept = keys.map((key) => [key, known.includes(key) ? whole[key] : null]);
  return Object.fromEntries(kept);
});
const views = fc.array(view, { minLength: 1, maxLength: 6 });
const folded = (list: readonly CallRecord[]) =>
  list.reduce((a, b) => {
    const { call, changed } = foldCall(a, b);
    expect(changed).not.toBe("conflicting");
    return call;
  });

describe("folding views of one call", () => {
  test("gives the same in any order and under any repetition", () => {
    const shuffled = views.chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray([...list, ...list, ...list], { minLength: list.length * 3 }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([list, again]) => {
        expect(folded(again)).toEqual(folded(list));
      }),
    );
  });

  test("finds nothing new in what it has taken in", () => {
    fc.assert(
      fc.property(views, (list) => {
        const call = folded(list);
        for (const seen of [...list, call])
          expect(foldCall(call, seen)).toEqual({ call, changed: "nothing" });
      }),
    );
  });

  test("says that it was completed exactly when it knows more", () => {
    fc.assert(
      fc.property(view, view, (a, b) => {
        const { call, changed } = foldCall(a, b);
        const more = keys.some((key) => a[key] === null && b[key] !== null);
        expect(changed).toBe(more ? "completed" : "nothing");
        for (const key of keys) expect(call[key]).toEqual(a[key] ?? b[key]);
      }),
    );
  });

  test("keeps the first whole when a field contradicts it", () => {
    const poor = { ...whole, latencyMs: null };
    const other = aCall({ output_tokens: 2 });
    expect(foldCall(poor, other)).toEqual({ call: poor, changed: "conflicting" });
    expect(foldCall(whole, aCall({ correct: false })).changed).toBe("conflicting");
  });

  test("does not mind the order of keys", () => {
    const [turned] = [{ content: "Hello", role: "user" }];
    expect(foldCall(whole, { ...whole, messages: [turned!] }).changed).toBe("nothing");
  });
});

describe("canonical JSON", () => {
  test("is JSON of the same value, and does not depend on the order of keys", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const plain: unknown = JSON.parse(JSON.stringify(value));
        expect(JSON.parse(canonicalJson(plain))).toEqual(plain);
      }),
    );
    expect(canonicalJson({ b: 1, a: { d: [2, { f: 3, e: null }], c: undefined } })).toBe(
      '{"a":{"d":[2,{"e":null,"f":3}]},"b":1}',
    );
    expect(sameJson({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true);
    expect(sameJson([1, 2], [2, 1])).toBe(false);
  });
});
