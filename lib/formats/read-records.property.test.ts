import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findJsonError } from "@/lib/formats/json-error";
import { collect, readText, values } from "@/lib/formats/testing";

const json = fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 4 });
const jsonLike = fc
  .array(fc.constantFrom(...'{}[],:"\\\n\r aé0\u0000', '"a"', "1", "null", "\ud800"), {
    maxLength: 60,
  })
  .map((parts) => new TextEncoder().encode(parts.join("")));
const rubbish = fc.oneof(fc.uint8Array({ maxLength: 200 }), jsonLike);
const withoutProgress = (records: Awaited<ReturnType<typeof collect>>) =>
  records.map(({ bytesRead: _, ...record }) => record);

describe("reading records", () => {
  test("never throws, and accounts for each byte that is no white space", async () => {
    await fc.assert(
      fc.asyncProperty(rubbish, async (bytes) => {
        const records = await collect(bytes);
        for (const record of records) {
          if (record.refusal === undefined) continue;
          expect(record.refusal).not.toBe("");
          expect(Array.from(record.excerpt).length).toBeLessThanOrEqual(200);
          expect(record.excerpt).not.toMatch(/\p{Cc}|\p{Surrogate}/u);
        }
        expect(records.map((record) => record.ordinal)).toEqual(records.map((_, at) => at + 1));
      }),
      { numRuns: 2_000 },
    );
  });

  test("does not depend on how the bytes are cut into chunks", async () => {
    await fc.assert(
      fc.asyncProperty(rubbish, fc.array(fc.nat(5), { maxLength: 60 }), async (bytes, sizes) => {
        const [whole, cut] = [await collect(bytes), await collect(bytes, sizes)];
        expect(withoutProgress(cut)).toEqual(withoutProgress(whole));
      }),
      { numRuns: 2_000 },
    );
  });

  test("gives back what was written, as lines, as an array, and pretty-printed", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(json, { minLength: 1, maxLength: 6 }),
        fc.nat(3),
        async (list, indent) => {
          const wanted: unknown = JSON.parse(JSON.stringify(list));
          const clean = JSON.stringify(wanted);
          fc.pre(!/\\u0000|\\ud[89a-f]/iu.test(clean));
          const lines = list.map((value) => JSON.stringify(value)).join("\n");
          const pretty = list.map((value) => JSON.stringify(value, null, indent)).join("\n");
          // An empty object on the first line looks like JSONL.
          const documents = Object.keys(list[0] ?? {}).length === 0 ? lines : pretty;
          for (const text of [
            lines,
            JSON.stringify(list),
            JSON.stringify(list, null, indent),
            documents,
          ])
            expect(values(await readText(text))).toEqual(wanted);
        },
      ),
      { numRuns: 500 },
    );
  });

  test("loses at most the broken one of the elements, one on each line", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(4), fc.nat(12), async (at, keep) => {
        const lines = Array.from({ length: 5 }, (_, n) => JSON.stringify({ n, t: "text", l: [1] }));
        const broken = lines.map((line, n) => (n === at ? line.slice(0, keep + 1) : line));
        const found = values(await readText(broken.join("\n")));
        expect(found).toHaveLength(4);
      }),
    );
  });
});

describe("the place of an error in JSON", () => {
  test("is none exactly when the engine accepts the text", () => {
    const accepts = (text: string) => {
      try {
        JSON.parse(text);
        return true;
      } catch {
        return false;
      }
    };
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.string(),
          jsonLike.map((bytes) => new TextDecoder().decode(bytes)),
        ),
        (text) => {
          expect(findJsonError(text) < 0).toBe(accepts(text));
        },
      ),
      { numRuns: 3_000 },
    );
  });

  test("is the end for every beginning of an object", () => {
    fc.assert(
      fc.property(json, fc.nat(), (value, at) => {
        const text = JSON.stringify(value);
        const cut = text.slice(0, 1 + (at % (text.length - 1)));
        fc.pre(cut.length < text.length);
        expect(findJsonError(cut)).toBe(cut.length);
      }),
      { numRuns: 2_000 },
    );
  });
});
