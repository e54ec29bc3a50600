import { createHmac } from "node:crypto";
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

  it("is HMAC-SHA-256 for any key and any text, also for long ones after short ones", () => {
    const text = fc.oneof(fc.string({ unit: "binary" }), fc.constant("é".repeat(300_000)));
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 100 }), text, (key, part) => {
        const hex = makeKeyedDigest(key)(part).replaceAll("-", "");
        const hmac = createHmac("sha256", key).update(`${part.length};${part}`).digest("hex");
        // the two digits that say "version 8" are the UUID's own
        expect(hex.slice(0, 12) + hex.slice(17)).toBe(hmac.slice(0, 12) + hmac.slice(17, 32));
      }),
      { numRuns: 200 },
    );
  });

  it("writes a UUID that any reader takes for one", () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.string())), (parts) => {
        expect(z.uuid().safeParse(digest(...parts)).success).toBe(true);
      }),
    );
  });
});
