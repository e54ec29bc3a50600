import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allocate, type Claim, spreadOf, weightOf } from "./allocate";

const claims = fc
  .array(
    fc.record({
      capacity: fc.integer({ min: 1, max: 60 }),
      floor: fc.integer({ min: 1, max: 10 }),
      weight: fc.option(fc.oneof(fc.constant(0), fc.double({ min: 1e-9, max: 1e6, noNaN: true }))),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((rows) => rows.map((row, index): Claim => ({ ...row, key: `s${index}` })));

const sum = (given: ReadonlyMap<string, number>) => [...given.values()].reduce((a, b) => a + b, 0);

describe("allocate", () => {
  it("keeps to floors and capacities and gives out the total, as far as there is any", () => {
    fc.assert(
      fc.property(claims, fc.integer({ min: 1, max: 300 }), (given, total) => {
        const result = allocate(given, total);
        for (const { key, capacity, floor } of given) {
          expect(result.get(key)).toBeGreaterThanOrEqual(Math.min(floor, capacity));
          expect(result.get(key)).toBeLessThanOrEqual(capacity);
        }
        const floors = given.reduce((n, one) => n + Math.min(one.floor, one.capacity), 0);
        const most = given.reduce(
          (n, one) =>
            n + ((one.weight ?? 0) > 0 ? one.capacity : Math.min(one.floor, one.capacity)),
          0,
        );
        expect(sum(result)).toBe(Math.max(floors, Math.min(total, most)));
      }),
    );
  });

  it("gives no stratum less when there is more to give", () => {
    fc.assert(
      fc.property(claims, fc.integer({ min: 1, max: 300 }), (given, total) => {
        const [less, more] = [allocate(given, total), allocate(given, total + 7)];
        for (const [key, n] of less) expect(more.get(key)).toBeGreaterThanOrEqual(n);
      }),
    );
  });

  it("has no move of one call that would lower the variance", () => {
    fc.assert(
      fc.property(claims, fc.integer({ min: 1, max: 300 }), (given, total) => {
        const result = allocate(given, total);
        const variance = (moved: ReadonlyMap<string, number>) =>
          given.reduce((v, { key, weight }) => v + (weight ?? 0) ** 2 / (moved.get(key) ?? 0), 0);
        for (const from of given) {
          for (const to of given) {
            const [a, b] = [result.get(from.key) ?? 0, result.get(to.key) ?? 0];
            if (from === to || a <= from.floor || b >= to.capacity) continue;
            const moved = new Map(result).set(from.key, a - 1).set(to.key, b + 1);
            expect(variance(moved)).toBeGreaterThanOrEqual(variance(result) * (1 - 1e-9));
          }
        }
      }),
    );
  });

  it("shares out by calls, by spend and by spend × uncertainty as it says", () => {
    const stratum = (key: string, frameCalls: number, frameSpendUsd: number | null, p: number) => ({
      key,
      frameCalls,
      frameSpendUsd,
      spread: p,
    });
    const strata = [
      stratum("a", 3000, 10, 0.5),
      stratum("b", 1000, 30, 0.5),
      stratum("c", 1, null, 0.5),
    ];
    const share = (allocation: "calls" | "spend" | "neyman", spreads = [0.5, 0.5, 0.5]) => [
      ...allocate(
        strata.map((one, index) => ({
          key: one.key,
          capacity: 1000,
          floor: 10,
          weight: weightOf(allocation, { ...one, spread: spreads[index] ?? 0 }),
        })),
        410,
      ).values(),
    ];
    expect(share("calls")).toEqual([300, 100, 10]);
    expect(share("spend")).toEqual([100, 300, 10]);
    expect(share("neyman", [0.3, 0.1, 0.5])).toEqual([200, 200, 10]);
    expect(weightOf("equal", strata[0] ?? stratum("", 1, 1, 1))).toBeNull();
  });
});

describe("spreadOf", () => {
  it("is the most without labels, never nothing, and that of the share with many", () => {
    expect(spreadOf(0, 0)).toBe(0.5);
    expect(spreadOf(20, 20)).toBeCloseTo(Math.sqrt((21 / 22) * (1 / 22)), 12);
    expect(spreadOf(9000, 10_000)).toBeCloseTo(0.3, 3);
  });
});
