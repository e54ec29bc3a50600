import { describe, expect, it } from "vitest";
import type { RawRecord } from "@/lib/formats/raw-record";
import { mixedContent } from "./mixed-content";

const place = { ordinal: 1, line: 1, bytesRead: 0 };
const read = (...values: unknown[]): RawRecord[] => values.map((value) => ({ ...place, value }));
const broken: RawRecord = { ...place, refusal: "no JSON", excerpt: "{" };

describe("mixedContent", () => {
  it("takes objects that share a key for rows of one table, also where one is broken", () => {
    expect(mixedContent(read({ q: 1, a: 2 }, { q: 3, b: 4 }))).toBeNull();
    expect(mixedContent([...read({ q: 1 }, { q: 2 }), broken])).toBeNull();
  });

  it("says what it saw of records of several kinds", () => {
    const said = mixedContent([...read({ q: 1, a: 2 }, [1], "x", null), broken]);
    expect(said).toContain("1\u00a0object, 1\u00a0list, 1\u00a0text, 1\u00a0other value");
    expect(said).toContain("1\u00a0record that is no JSON");
    expect(said).toContain("have the keys q, a.");
  });

  it("says of objects that share no key which keys they have", () => {
    expect(mixedContent(read({ foo: 1 }, { bar: 2 }))).toContain(
      "The objects, which share no key, have the keys foo, bar.",
    );
  });

  it("says of other values that they are no objects", () => {
    expect(mixedContent(read(1, 2))).toContain("No objects in the first 2\u00a0records: 2");
  });

  it("takes a file that is mostly broken for none", () => {
    expect(mixedContent([...read({ q: 1 }), broken, broken])).toContain("Mixed content in");
  });
});
