import * as fc from "fast-check";
import { expect, it } from "vitest";
import { wilson } from "./wilson";

const sample = fc
  .record({
    n: fc.integer({ min: 1, max: 5000 }),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ n, part }) => ({ n, successes: Math.round(part * n) }));

it("holds the share, within 0 and 1, and never has zero width", () => {
  fc.assert(
    fc.property(sample, ({ n, successes }) => {
      const { low, high } = wilson(successes, n) ?? { low: 2, high: -1 };
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      expect(low).toBeLessThanOrEqual(successes / n);
      expect(high).toBeGreaterThanOrEqual(successes / n);
      expect(high - low).toBeGreaterThan(0);
    }),
  );
});

it("mirrors when viable and not viable change places", () => {
  fc.assert(
    fc.property(sample, ({ n, successes }) => {
      const one = wilson(successes, n);
      const other = wilson(n - successes, n);
      expect(one?.low).toBeCloseTo(1 - (other?.high ?? 2), 9);
    }),
  );
});

it("never widens as the finite population shrinks", () => {
  fc.assert(
    fc.property(sample, fc.nat(1000), fc.nat(1000), ({ n, successes }, more, evenMore) => {
      const small = wilson(successes, n, n + more);
      const large = wilson(successes, n, n + more + evenMore);
      expect(small?.low).toBeGreaterThanOrEqual((large?.low ?? 2) - 1e-12);
      expect(small?.high).toBeLessThanOrEqual((large?.high ?? -1) + 1e-12);
    }),
  );
});
