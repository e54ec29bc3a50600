import { describe, expect, test } from "vitest";
import { clusterRowId, kindRowId } from "@/lib/clustering/kind";
import { routeKeyOf } from "@/lib/clustering/route-key";
import type { KeyedDigest } from "@/lib/ids";

/** FNV-1a, so that different parts nearly always give different digits. */
const digest: KeyedDigest = (...parts) => {
  let hash = 2_166_136_261;
  for (const char of JSON.stringify(parts)) hash = Math.imul(hash ^ char.charCodeAt(0), 16_777_619);
  return (hash >>> 0).toString(16).padStart(8, "0");
};
const key = (content: string, role = "system", agent: string | null = "bot") =>
  routeKeyOf({ stepType: null, agent, messages: [{ role, content }] }, digest);

describe("the route key", () => {
  test("is the step type, letter for letter", () => {
    const call = { stepType: " Extract:Field ", agent: "bot", messages: null };
    expect(routeKeyOf(call, digest)).toEqual({
      routeKey: " Extract:Field ",
      source: "step_type",
      name: " Extract:Field ",
    });
  });

  test("is else the agent and the prompt's template, named by its first telling line", () => {
    const found = key("<policy>\n# Airline Agent Policy\n\nThe time is 2024-05-15 15:00.");
    expect(found.routeKey).toMatch(/^bot · prompt [\da-f]{8}$/u);
    expect(found).toMatchObject({ source: "prompt", name: 'bot · "# Airline Agent Policy"' });
    expect(key("You sort mail.", "system", null).routeKey).toMatch(/^prompt [\da-f]{8}$/u);
  });

  test.each([
    [
      "You help Ann. Today is Mon, 3 May 2026, order A-17.",
      "You help Ann. Today is Fri, 21 June 2027, order B-9.",
    ],
    [
      "Session 0f3a-11 at https://a.example/x: be brief",
      "Session 77bc-2 at https://b.example/y: be  brief",
    ],
    [
      `${"Policy of the house. ".repeat(20)} Customer: Ann`,
      `${"Policy of the house. ".repeat(20)} Customer: Bob`,
    ],
  ])("is the same when only dates, ids or a late part differ", (a, b) => {
    expect(key(a).routeKey).toBe(key(b).routeKey);
  });

  test("tells agents and templates apart", () => {
    expect(key("You plan.").routeKey).not.toBe(key("You summarize.").routeKey);
    expect(key("You plan.").routeKey).not.toBe(key("You plan.", "system", "other").routeKey);
  });

  test("goes by the headings of a prompt that mixes template and data", () => {
    const prompt = (data: string) => `## Context\n${data}\n## Format example\n{}\n## Task\nDo it.`;
    expect(key(prompt("a cat"), "user").routeKey).toBe(key(prompt("two\ndogs"), "user").routeKey);
    expect(key(prompt("x"), "user").name).toBe('bot · "Context / Format example / Task"');
  });

  test("does not make a key of every question", () => {
    expect(key("What is 1+1?", "user").routeKey).toBe(key("Say hello", "user").routeKey);
  });

  test("says so when there is no prompt", () => {
    const call = { stepType: null, agent: null, messages: [] };
    expect(routeKeyOf(call, digest)).toMatchObject({ routeKey: "no prompt", name: "no prompt" });
  });
});

describe("kinds and clusters", () => {
  test("are named by what makes them", () => {
    const kind = { routeKey: "a", act: "b", agent: null, humanFacing: null };
    const others = [
      { ...kind, routeKey: "b", act: "a" },
      { ...kind, agent: "null" },
      { ...kind, humanFacing: false },
      { ...kind, humanFacing: true },
    ];
    const ids = [kind, ...others].map((one) => kindRowId(one, digest));
    expect(new Set(ids).size).toBe(5);
    expect(clusterRowId("a", digest)).not.toBe(clusterRowId("b", digest));
  });
});
