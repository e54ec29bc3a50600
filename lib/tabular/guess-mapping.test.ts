import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { articleFormat } from "@/lib/formats/article/article-format";
import { assayFormat } from "@/lib/formats/assay/assay-format";
import { callOf } from "@/lib/formats/reading-of";
import { applyMapping } from "@/lib/tabular/apply-mapping";
import { guessMapping, mappingOf } from "@/lib/tabular/guess-mapping";
import { MAPPED_FIELDS, Mapping } from "@/lib/tabular/mapping";
import { rowRecord } from "@/lib/tabular/row-record";

const rows = [
  {
    Task: "extract",
    question: "Total?",
    Answer: "12",
    "Is Correct": "yes",
    tokens_in: "12",
    ts: "1790000001",
  },
  {
    Task: "plan",
    question: "Next?",
    Answer: "Pay",
    "Is Correct": "no",
    tokens_in: "7",
    ts: "1790000002",
  },
];
const columns = Object.keys(rows[0] ?? {});

describe("the guess of a table's columns", () => {
  test("goes by names, whatever their case and separators", () => {
    const guesses = guessMapping(columns, rows);
    expect(mappingOf(guesses)).toEqual({
      step_type: "Task",
      prompt: "question",
      response: "Answer",
      correct: "Is Correct",
      input_tokens: "tokens_in",
      started_at: "ts",
    });
    for (const { confidence, why } of guesses) {
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(1);
      expect(why).not.toBe("");
    }
  });

  test("goes by values where a name could be anything, and against values that cannot be", () => {
    const chat = [{ role: "user", content: "Hi" }];
    const found = guessMapping(
      ["data", "cost", "score"],
      [{ data: chat, cost: "cheap", score: 0.73 }],
    );
    expect(mappingOf(found)).toEqual({ messages: "data" });
    expect(mappingOf(guessMapping(["score"], [{ score: 1 }, { score: 0 }]))).toEqual({
      correct: "score",
    });
  });

  test("gives each field and each column once, and nothing for what is empty", () => {
    const found = guessMapping(
      ["input", "prompt", "output", "model"],
      [{ input: "a", prompt: "b", output: "c", model: null }],
    );
    expect(mappingOf(found)).toMatchObject({ prompt: "prompt", response: "output" });
    expect(new Set(found.map(({ column }) => column)).size).toBe(found.length);
    expect(found.map(({ column }) => column)).not.toContain("model");
  });

  test("finds columns inside others", () => {
    const record = rowRecord(["llm.model", "llm.prompt", "out"], ["m", "Hi", "Ho"]);
    const guesses = guessMapping(["llm.model", "llm.prompt", "out"], [record]);
    expect(mappingOf(guesses)).toEqual({ model: "llm.model", prompt: "llm.prompt" });
  });
});

describe("applying a mapping", () => {
  test("makes records that our own formats recognise and read", () => {
    const mapping = mappingOf(guessMapping(columns, rows));
    const records = rows.map((row) => applyMapping(row, mapping));
    expect(records.every((record) => articleFormat.detect(record))).toBe(true);
    expect(callOf(articleFormat, records[0])).toMatchObject({
      stepType: "extract",
      messages: [{ role: "user", content: "Total?" }],
      response: { content: "12" },
      correct: true,
      inputTokens: 12,
      startedAt: "2026-09-21T14:13:21.000Z",
    });
  });

  test("makes the fuller shape from messages", () => {
    const row = { chat: [{ role: "user", content: "Hi" }], reply: "Ho", question: "?" };
    const mapping: Mapping = { messages: "chat", response: "reply", prompt: "question" };
    const record = applyMapping(row, mapping);
    expect(assayFormat.detect(record)).toBe(true);
    expect(articleFormat.detect(record)).toBe(false);
    expect(callOf(assayFormat, record).messages).toEqual(row.chat);
  });

  test("leaves what it cannot read for the format to refuse", () => {
    const record = applyMapping({ q: "a", n: "many" }, { prompt: "q", input_tokens: "n" });
    expect(articleFormat.read(record)).toMatchObject({
      kind: "unparseable",
      reason: expect.stringContaining("input_tokens: expected a whole number"),
    });
  });

  test("refuses fields that there are not", () => {
    expect(Mapping.safeParse({ prompt: "q" }).success).toBe(true);
    expect(Mapping.safeParse({ promt: "q" }).success).toBe(false);
    expect(Mapping.safeParse({ prompt: "" }).success).toBe(false);
  });

  test("never throws, whatever the rows", () => {
    const row = fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 5 });
    const mapping = fc.dictionary(fc.constantFrom(...MAPPED_FIELDS), fc.string({ minLength: 1 }));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 3 }), mapping, (list, given) => {
        const names = list.flatMap(Object.keys);
        const read = Mapping.parse({ ...given, ...mappingOf(guessMapping(names, list)) });
        for (const one of list) articleFormat.read(applyMapping(one, read));
      }),
    );
  });
});
