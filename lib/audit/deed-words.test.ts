import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { DEED_KINDS, nounOf } from "./deed-kinds";
import { DEED_WORDS, sayDeed, sayRest } from "./deed-words";

const folder = fileURLToPath(new URL("../server/", import.meta.url));
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
  (path) => path.endsWith(".ts") && !path.endsWith(".test.ts"),
);
/** The actions that stand in the files that write the log. */
const written = files.flatMap((path) => {
  const text = readFileSync(join(folder, path), "utf8");
  if (!text.includes("writeAudit(")) return [];
  return [...text.matchAll(/"([a-z_]+\.[a-z_]+)"/g)].map(([, action]) => action ?? "");
});

describe("the words of the log", () => {
  it("know every action that is written, and no other", () => {
    // named by what they delete
    const deletions = ["trace.delete", "import.delete", "older.delete"];
    const known = Object.keys(DEED_WORDS);
    expect(known.toSorted()).toEqual([...new Set([...written, ...deletions])].toSorted());
  });

  it("are filed under one kind each", () => {
    for (const action of Object.keys(DEED_WORDS)) {
      const kinds = DEED_KINDS.filter(({ nouns }) => nouns.some((noun) => noun === nounOf(action)));
      expect(kinds, action).toHaveLength(1);
    }
  });
});

const deed = (action: string, detail: Record<string, unknown>, subject = "s") => ({
  action,
  subject,
  detail,
});

describe("sayDeed", () => {
  it("puts the detail into the sentence", () => {
    const detail = { name: "Nell", from: "viewer", to: "admin", invitationsEnded: 0 };
    expect(sayDeed(deed("member.change_role", detail))).toBe("made Nell admin, who was viewer");
    expect(sayDeed(deed("older.delete", { calls: 7 }, "2026-11-01"))).toBe(
      "deleted 7 calls from before 2026-11-01",
    );
  });

  it("says unknown for what an old row does not tell, and the name of what it does not know", () => {
    expect(sayDeed(deed("api_key.create", {}))).toBe("made the API key “–”");
    expect(sayDeed(deed("api_key.create", { name: { nested: 1 } }))).toBe("made the API key “–”");
    expect(sayDeed(deed("moon_base.land", {}))).toBe("did “moon base land”");
  });
});

describe("sayRest", () => {
  it.each([
    [{ name: "nightly", prefix: "assay_x", scope: "read" }, "prefix: assay_x · scope: read"],
    [{ bar: { from: 0.8, to: 0.75 } }, "bar: 0.8 → 0.75"],
    [{ days: { from: null, to: 30 } }, "days: none → 30"],
    [{ minLabels: 20, note: null }, "min labels: 20"],
    [{ invitation: "0329984b-57ae-f29f-5e9c-3b619f92cb8c" }, ""],
    [{ draws: ["0329984b-57ae-f29f-5e9c-3b619f92cb8c"] }, "draws: 1"],
    [{ roles: ["a", "b", "c", "d", "e", "f"] }, "roles: a, b, c, d, e and 1 more"],
    [{ off: { from: [], to: ["email"] } }, "off: none → email"],
    [{ mapping: { a: 1, b: 2 } }, "mapping: 2 entries"],
  ])("says of %j what the sentence leaves out", (detail, text) => {
    expect(sayRest(deed("api_key.create", detail))).toBe(text);
  });
});
