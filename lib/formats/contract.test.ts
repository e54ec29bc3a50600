import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CallRecord } from "@/lib/calls/call";
import { detectFormat, getFormat } from "@/lib/formats/detect";
import type { Format } from "@/lib/formats/format";
import { formats } from "@/lib/formats/registry";

/** One plain record of each format; a new format adds its own. */
const plain: Record<string, Record<string, unknown>> = {
  assay: {
    trace_id: "t1",
    span_id: "s1",
    model: "gpt-5.5",
    messages: [{ role: "user", content: "Where is my order?" }],
    response: { content: "On its way." },
    input_tokens: 12,
  },
  article: {
    step_type: "extract_field",
    prompt: "Order number of: A-1 please",
    response: "A-1",
    tool_context: null,
    correct: true,
  },
};

/** A plain record with one member replaced by anything. */
const damaged = (record: Record<string, unknown>) =>
  fc
    .tuple(fc.constantFrom(...Object.keys(record)), fc.jsonValue())
    .map(([key, value]) => ({ ...record, [key]: value }));

function settle(format: Format, record: unknown) {
  const reading = format.read(record);
  if (reading.kind !== "call") expect(reading.reason).not.toBe("");
  else expect(CallRecord.parse(reading.call)).toEqual(reading.call);
  return reading;
}

describe.each(formats.map((format) => [format.id, format] as const))(
  "the format %s",
  (id, format) => {
    const record = plain[id] ?? {};

    test("has an id of its own and a plain record here", () => {
      expect(formats.filter((other) => other.id === id)).toHaveLength(1);
      expect(plain).toHaveProperty(id);
      expect(getFormat(id)).toEqual({ ok: true, value: format });
    });

    test("recognises its own records and no other's", () => {
      expect(formats.filter((other) => other.detect(record))).toEqual([format]);
      expect(detectFormat([1, "x", {}, record])).toEqual({ ok: true, value: format });
    });

    test("reads its plain record as a call", () => {
      expect(settle(format, record).kind).toBe("call");
    });

    test("ignores keys that it does not know", () => {
      expect(format.read({ ...record, something_else: { deep: [1] } })).toEqual(
        format.read(record),
      );
    });

    test.each([null, 1, "text", true, [], [record], {}, { type: "tool", output: 1 }])(
      "reads %j as no call",
      (value) => {
        expect(format.detect(value)).toBe(false);
        expect(settle(format, value).kind).toBe("other");
      },
    );

    test.each(["input_tokens", "output_tokens", "cached_input_tokens"])(
      "refuses a negative, fractional or textual %s with its name",
      (key) => {
        for (const value of [-1, 1.5, "12", true]) {
          const reading = format.read({ ...record, [key]: value });
          expect(reading.kind).toBe("unparseable");
          expect(reading).toHaveProperty(
            "reason",
            expect.stringContaining(`${key}: expected a whole`),
          );
        }
      },
    );

    test("settles whatever it is given, without throwing", () => {
      fc.assert(
        fc.property(fc.oneof(fc.jsonValue(), damaged(record)), (value) => {
          format.detect(value);
          settle(format, value);
        }),
        { numRuns: 1_000 },
      );
    });
  },
);

describe("detecting a format", () => {
  test("refuses records of no known shape and names their keys", () => {
    const refusal = detectFormat([{ foo: 1 }, { bar: 2 }, 3]);
    expect(refusal).toMatchObject({ ok: false, code: "invalid" });
    expect(refusal).toHaveProperty("message", expect.stringContaining("keys seen: foo, bar"));
    expect(detectFormat([])).toHaveProperty("message", expect.stringContaining("No record"));
    expect(detectFormat([1])).toHaveProperty("message", expect.stringContaining("no objects"));
  });

  test("goes by the larger number of records", () => {
    const { assay, article } = plain;
    expect(detectFormat([assay, article, article])).toHaveProperty("value.id", "article");
  });

  test("refuses an id it does not know", () => {
    expect(getFormat("parquet")).toHaveProperty(
      "message",
      expect.stringContaining("assay, article"),
    );
  });
});
