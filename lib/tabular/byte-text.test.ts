import * as fc from "fast-check";
import { expect, test } from "vitest";
import { byteText, bytesOf, utf8Of } from "@/lib/tabular/byte-text";

const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);

test("every byte is one character and comes back; ASCII stays itself", () => {
  expect(byteText(all)).toHaveLength(256);
  expect(bytesOf(byteText(all))).toEqual(all);
  expect(byteText(all).slice(0, 128)).toBe(String.fromCharCode(...all.subarray(0, 128)));
});

test("byte text of UTF-8 says what was written, and of anything else nothing", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const bytes = new TextEncoder().encode(text);
      expect(utf8Of(byteText(bytes))).toBe(
        new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes),
      );
    }),
  );
  expect(utf8Of(byteText(Uint8Array.of(97, 0xe9, 98)))).toBeNull();
});
