import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { makeKeyedDigest } from "./digest";

const digest = makeKeyedDigest("one key");

describe("makeKeyedDigest", () => {
  it("tells parts apart, null from empty, and one key from another", () => {
    const all = [
      digest("a", "bc"),
      digest("ab", "c"),
      digest("abc"),
      digest("abc", null),
      digest("abc", ""),
      makeKeyedDigest("another key")("abc"),
    ];
    expect(new Set(all).size).toBe(all.length);
    expect(digest("a", "bc")).toBe(all[0]);
  });

  it("writes a UUID that any reader takes for one", () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.string())), (parts) => {
        expect(z.uuid().safeParse(digest(...parts)).success).toBe(true);
      }),
    );
  });
});
