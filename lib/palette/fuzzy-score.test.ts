import { assert, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { fuzzyScore } from "./fuzzy-score";
import { rankEntries } from "./rank-entries";

const bestOf = (typed: string, ...texts: string[]): string | undefined =>
  rankEntries(
    texts.map((label) => ({ id: label, group: "one", label })),
    typed,
  )[0]?.label;

describe("fuzzyScore", () => {
  it.each([
    ["the beginning before the middle", "cal", "Local", "Calls"],
    ["the beginning of a word before its middle", "ext", "context", "plan_extract"],
    ["letters that stand together before letters apart", "rou", "recount", "Go to Routing"],
    ["the shorter of two that fit alike", "plan", "plan_next_action", "plan"],
    ["what has every word, in any order", "log audit", "Log out", "Audit log"],
  ])("prefers %s", (_, typed, worse, better) => {
    expect(bestOf(typed, worse, better)).toBe(better);
  });

  it.each([
    ["cls", "Calls in clusters", true],
    ["zz", "Calls", false],
    ["calls zz", "Calls", false],
    ["ÄPF", "Ein Äpfelchen", true],
  ])("of %j in %j is there: %s", (typed, text, isThere) => {
    expect(fuzzyScore(typed, text) !== null).toBe(isThere);
  });

  it("finds every text by itself", () => {
    assert(property(string(), (text) => fuzzyScore(text, text) !== null));
  });
});

describe("rankEntries", () => {
  const entry = (id: string, group: string, more = {}) => ({ id, group, label: id, ...more });
  const entries = [
    entry("Calls", "Places"),
    entry("classify", "Clusters"),
    entry("a call", "Calls", { found: true }),
    entry("New workspace", "Workspaces", { quiet: true }),
  ];

  it("shows all but the quiet ones before anything is typed", () => {
    expect(rankEntries(entries, " ").map(({ id }) => id)).toEqual(["Calls", "classify", "a call"]);
  });

  it("keeps groups together, the best first, and what the server found last", () => {
    expect(rankEntries(entries, "cl").map(({ id }) => id)).toEqual(["classify", "Calls", "a call"]);
    expect(rankEntries(entries, "new").map(({ id }) => id)).toEqual(["New workspace", "a call"]);
  });
});
