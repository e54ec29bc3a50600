import { describe, expect, it } from "vitest";
import { assignField, fieldOf, missingColumns, problemOfMapping } from "./check-mapping";
import { guessMapping, mappingOf } from "./guess-mapping";
import { mappedFormat } from "./mapped-format";
import { previewMapping } from "./preview-mapping";

const rows = [
  { frage: "Why?", antwort: "So.", llm: "gpt-4.1", tokens_in: "12", ok: "yes", meta: { at: "x" } },
  { frage: "And?", antwort: "", llm: "gpt-4.1", tokens_in: "many", ok: "", meta: { at: "y" } },
  { frage: "", antwort: "", llm: "", tokens_in: "", ok: "", meta: null },
];
const mapping = { prompt: "frage", response: "antwort", model: "llm", input_tokens: "tokens_in" };

describe("previewMapping", () => {
  it("shows calls as they would be stored, and why a row would be none", () => {
    expect(previewMapping(rows, { ...mapping, correct: "ok", step_type: "meta.at" })).toEqual([
      {
        kind: "call",
        stepType: "x",
        asked: "Why?",
        answered: "So.",
        model: "gpt-4.1",
        inputTokens: 12,
        outputTokens: null,
        correct: true,
        startedAt: null,
      },
      { kind: "unparseable", reason: expect.stringContaining("input_tokens") },
      { kind: "other", reason: expect.stringContaining("no LLM call") },
    ]);
  });

  it("follows each change of the mapping", () => {
    const without = assignField(mapping, "tokens_in", null);
    expect(previewMapping(rows, without, 2).map(({ kind }) => kind)).toEqual(["call", "call"]);
    expect(previewMapping(rows, {}, 1)).toMatchObject([{ kind: "other" }]);
  });

  it("reads lists of messages as our fuller shape", () => {
    const chat = [{ talk: [{ role: "user", content: "Hi" }], said: "Ho" }];
    const read = mappedFormat({ messages: "talk", response: "said" }).read(chat[0]);
    expect(read).toMatchObject({ kind: "call", call: { messages: [{ role: "user" }] } });
    expect(previewMapping(chat, mappingOf(guessMapping(["talk", "said"], chat)))).toHaveLength(1);
  });
});

describe("a mapping", () => {
  it("gives each column one field and each field one column", () => {
    const moved = assignField(mapping, "antwort", "prompt");
    expect(moved).toEqual({ prompt: "antwort", model: "llm", input_tokens: "tokens_in" });
    expect(fieldOf(moved, "antwort")).toBe("prompt");
    expect(fieldOf(moved, "frage")).toBeNull();
  });

  it("needs what was asked and what was answered", () => {
    expect(problemOfMapping({})).toContain("asked");
    expect(problemOfMapping({ messages: "talk" })).toContain("response");
    expect(problemOfMapping({ messages: "talk", response: "said" })).toBeNull();
    expect(problemOfMapping(mapping)).toBeNull();
  });

  it("knows the columns that a table lacks, but for what lies in one", () => {
    const named = { ...mapping, step_type: "meta.at" };
    expect(missingColumns(named, ["frage", "antwort", "llm", "meta"])).toEqual(["tokens_in"]);
  });
});
