import { describe, expect, it } from "vitest";
import { SHORTCUTS, type ShortcutScope, keysOf, resolveKey, writtenKey } from "@/lib/shortcuts";

const keysIn = (scope: ShortcutScope): string[] =>
  SHORTCUTS.filter((shortcut) => shortcut.scope === scope).flatMap((shortcut) => [
    ...shortcut.keys,
  ]);

describe("the table of keys", () => {
  it.each(["global", "label", "table", "rows"] as const)("has no key twice in %s", (scope) => {
    const keys = keysIn(scope);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each(["label", "table", "rows"] as const)(
    "lets %s take no key or first key of global",
    (scope) => {
      const taken = new Set(keysIn("global").map((keys) => keys.split(" ")[0]));
      expect(keysIn(scope).filter((key) => taken.has(key))).toEqual([]);
    },
  );

  it("keeps the keys of a chart free of those of labelling", () => {
    const label = new Set(keysIn("label"));
    expect(keysIn("table").filter((key) => label.has(key))).toEqual([]);
  });

  it("names every command once, by id and by name", () => {
    expect(SHORTCUTS.every((shortcut) => shortcut.name.trim().length > 0)).toBe(true);
    expect(new Set(SHORTCUTS.map((shortcut) => shortcut.id)).size).toBe(SHORTCUTS.length);
    expect(new Set(SHORTCUTS.map((shortcut) => shortcut.name)).size).toBe(SHORTCUTS.length);
  });

  it("begins no sequence with a key that is a command itself", () => {
    const all = SHORTCUTS.flatMap((shortcut) => [...shortcut.keys] as string[]);
    const prefixes = all.filter((keys) => keys.includes(" ")).map((keys) => keys.split(" ")[0]);
    expect(all.filter((keys) => prefixes.includes(keys))).toEqual([]);
  });
});

describe("writtenKey", () => {
  it.each([
    ["a letter", { key: "v", code: "KeyV", shiftKey: false }, "v"],
    ["a letter with Shift", { key: "V", code: "KeyV", shiftKey: true }, "Shift+v"],
    ["a letter under Caps Lock", { key: "V", code: "KeyV", shiftKey: false }, "v"],
    ["a sign that needs Shift", { key: "?", code: "Slash", shiftKey: true }, "?"],
    ["a letter of another script by its place", { key: "м", code: "KeyV", shiftKey: false }, "v"],
    ["a named key", { key: "Enter", code: "Enter", shiftKey: false }, null],
    ["a letter with Ctrl", { key: "k", code: "KeyK", shiftKey: false, ctrlKey: true }, "Mod+k"],
    ["a letter with Command", { key: "k", code: "KeyK", shiftKey: false, metaKey: true }, "Mod+k"],
    [
      "nothing with Ctrl and Shift",
      { key: "K", code: "KeyK", shiftKey: true, ctrlKey: true },
      null,
    ],
    ["the space bar", { key: " ", code: "Space", shiftKey: false }, null],
  ])("writes %s", (_, press, expected) => {
    expect(writtenKey(press)).toBe(expected);
  });
});

describe("resolveKey", () => {
  const everywhere = new Set<ShortcutScope>(["global", "label", "table"]);

  it("waits after the first key of a sequence", () => {
    expect(resolveKey("g", null, everywhere)).toEqual({ kind: "prefix", prefix: "g" });
  });

  it("gives a key after a prefix to the sequence alone", () => {
    expect(resolveKey("k", "g", everywhere)).toMatchObject({ shortcut: { id: "go-clusters" } });
    expect(resolveKey("x", "g", everywhere)).toEqual({ kind: "none" });
  });

  it("knows a label key only while labelling", () => {
    expect(resolveKey("v", null, everywhere)).toMatchObject({ shortcut: { id: "viable" } });
    expect(resolveKey("v", null, new Set(["global"]))).toEqual({ kind: "none" });
  });

  it("says which digit was a reason", () => {
    expect(resolveKey("4", null, everywhere)).toMatchObject({
      shortcut: { id: "reason" },
      key: "4",
    });
  });
});

describe("keysOf", () => {
  it("gives the first key of a command", () => {
    expect(keysOf("go-overview")).toBe("g o");
    expect(keysOf("reason")).toBe("1");
  });
});
