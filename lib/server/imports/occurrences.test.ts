import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Occurrences } from "./occurrences";

const digests = fc
  .array(fc.uuid(), { maxLength: 200 })
  .chain((ids) =>
    fc.array(fc.constantFrom(...ids, "00000000-0000-8000-8000-000000000000"), { maxLength: 400 }),
  );

describe("occurrences", () => {
  it("counts as a map does, while it grows", () => {
    fc.assert(
      fc.property(digests, (ids) => {
        const counted = new Occurrences(4);
        const map = new Map<string, number>();
        for (const id of ids) {
          const before = map.get(id) ?? 0;
          expect(counted.next(id)).toBe(before);
          map.set(id, before + 1);
        }
      }),
    );
  });

  it("gives the same numbers for the same order when it is full, and never one twice", () => {
    fc.assert(
      fc.property(digests, (ids) => {
        const count = () => {
          const counted = new Occurrences(4, 8);
          return ids.map((id) => `${id} ${counted.next(id)}`);
        };
        expect(count()).toEqual(count());
        expect(new Set(count()).size).toBe(ids.length);
      }),
    );
  });
});
