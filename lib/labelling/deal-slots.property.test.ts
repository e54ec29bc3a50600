import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dealSlots } from "./deal-slots";

const items = fc
  .array(fc.integer({ min: 1, max: 3 }), { maxLength: 40 })
  .map((slots) => slots.map((count, index) => ({ itemId: `item ${index}`, slots: count })));
const raters = fc.uniqueArray(fc.constantFrom("ann", "bob", "cem", "dora"), { minLength: 1 });

describe("dealSlots", () => {
  it("gives nobody two slots of one item, and each item the slots that it wants", () => {
    fc.assert(
      fc.property(items, raters, (wanted, hands) => {
        const dealt = dealSlots(wanted, hands);
        for (const { itemId, slots } of wanted) {
          const own = dealt.filter((slot) => slot.itemId === itemId);
          expect(own.map(({ slot }) => slot)).toEqual(own.map((_, index) => index + 1));
          expect(own).toHaveLength(slots);
          const kept = own.flatMap(({ keptFor }) => keptFor ?? []);
          expect(new Set(kept).size).toBe(kept.length);
          expect(kept).toHaveLength(Math.min(slots, hands.length));
        }
      }),
    );
  });

  it("gives each rater as many as the next, give or take one", () => {
    fc.assert(
      fc.property(items, raters, (wanted, hands) => {
        const dealt = dealSlots(wanted, hands);
        const counts = hands.map((rater) => dealt.filter((slot) => slot.keptFor === rater).length);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("keeps nothing for anybody where no rater is named", () => {
    const wanted = [{ itemId: "one", slots: 2 }];
    const open = [
      { itemId: "one", slot: 1, keptFor: null },
      { itemId: "one", slot: 2, keptFor: null },
    ];
    expect(dealSlots(wanted, null)).toEqual(open);
    expect(dealSlots(wanted, [])).toEqual(open);
  });
});
