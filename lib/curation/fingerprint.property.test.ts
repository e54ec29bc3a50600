import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Message } from "@/lib/calls/call";
import { testDigest } from "@/lib/curation/redact/testing";
import { collapseText } from "./collapse-text";
import { fingerprintOf } from "./fingerprint";

const word = fc.constantFrom(
  ..."where refund parcel order customer please arrives invoice".split(" "),
);

/** A word, or a way to write something that varies, from two texts of the same kind. */
const number = fc.oneof(fc.nat(), fc.double({ min: 0.5, max: 9e6, noNaN: true })).map(String);
const day = fc.date({
  min: new Date("1990-01-01"),
  max: new Date("2090-01-01"),
  noInvalidDate: true,
});
const kinds: Record<string, fc.Arbitrary<string>> = {
  number,
  amount: fc.nat().map((n) => `$${n.toLocaleString("en-US")}.50`),
  uuid: fc.uuid(),
  hex: fc.stringMatching(/^[0-9a-f]{6}[0-9][0-9a-f]{17}$/u),
  code: fc.stringMatching(/^[A-Z]{2,4}-[0-9]{3,8}$/u),
  mixed: fc.stringMatching(/^[a-z][0-9][A-Za-z0-9]{6,20}$/u),
  moment: day.map((date) => date.toISOString()),
  date: day.map((date) => date.toISOString().slice(0, 10)),
  spoken: day.map((date) =>
    date.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" }),
  ),
  american: day.map((date) => date.toLocaleDateString("en-US", { dateStyle: "full" })),
  email: fc.stringMatching(/^[a-z]{1,9}\.[a-z0-9]{1,9}@[a-z]{1,9}\.org$/u),
  mark: fc.stringMatching(/^\[email:[0-9a-hjkmnp-tv-z]{8}\]$/u),
};
const twice = fc.constantFrom(...Object.values(kinds)).chain((kind) => fc.tuple(kind, kind));
const space = fc.constantFrom(" ", "  ", "\n", "\t ");

const asked = (content: string, more: Partial<Message> = {}): Message => ({
  role: "user",
  content,
  ...more,
});
const print = (messages: Message[], tools?: unknown[]) =>
  fingerprintOf({ messages, settings: tools ? { tools } : null }, testDigest);

describe("the fingerprint of a call", () => {
  it("stays when numbers, ids, dates, emails or white space change", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(word, twice, space, space), { minLength: 1, maxLength: 6 }),
        (parts) => {
          const a = parts.map(([said, [one]]) => `${said}: ${one} ok`).join(" ");
          const b = parts.map(([said, [, two], x, y]) => `${said}:${x}${two}${y}ok`).join("\n");
          expect(print([asked(a)])).toBe(print([asked(b)]));
        },
      ),
    );
  });

  it("changes with a word, wherever it stands", () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), fc.nat(), (words, at) => {
        const other = words.with(at % words.length, "elsewhere");
        expect(print([asked(words.join(" "))])).not.toBe(print([asked(other.join(" "))]));
      }),
    );
  });

  it("changes with a role, a message more, their order, a tool's name or its words", () => {
    const base = [asked("be brief", { role: "system" }), asked("where is it")];
    const tool = { name: "find_order", description: "Finds an order" };
    const others = [
      print(base),
      print([...base].toReversed()),
      print([...base, asked("thanks")]),
      print([asked("be brief"), asked("where is it")]),
      print(base, [tool]),
      print(base, [{ ...tool, name: "find_order_2" }]),
      print(base, [{ ...tool, description: "Finds a parcel" }]),
      print([asked("be brief", { role: "system" }), asked("where is it", { name: "ann" })]),
    ];
    expect(new Set(others).size).toBe(others.length);
  });

  it("does not mind the order of tools, or which run a tool call belonged to", () => {
    const [a, b] = [{ name: "a" }, { name: "b" }];
    expect(print([asked("x")], [a, b])).toBe(print([asked("x")], [b, a]));
    const call = (id: string, order: string) =>
      asked("", {
        role: "assistant",
        tool_calls: [{ id, function: { name: "find", arguments: `{"order": "${order}"}` } }],
      });
    expect(print([call("call_abc", "A-1")])).toBe(print([call("call_xyz", "B-22")]));
  });

  it("is the same from memory as when read anew", () => {
    const grow = (n: number) => Array.from({ length: n }, (_, i) => asked(`say ${"x".repeat(i)}`));
    const shared = grow(5);
    print(shared.slice(0, 3));
    expect(print(shared)).toBe(print(grow(5)));
    expect(print(shared.slice(1))).toBe(print(grow(5).slice(1)));
  });

  it("is unknown when no message is", () => {
    expect(fingerprintOf({ messages: null, settings: null }, testDigest)).toBeNull();
    expect(print([])).toBeNull();
  });
});

describe("a collapsed text", () => {
  it("keeps every word of scripts without spaces", () => {
    expect(collapseText("订单12345已发货")).toBe("订单¤已发货");
  });
});
