import * as fc from "fast-check";
import { expect, it } from "vitest";
import { currentLabels, type LabelFacts, settleItem } from "./consensus";
import { Verdict } from "./verdict";

/** Rows as they are written: each may supersede an earlier one. */
const anyRows: fc.Arbitrary<LabelFacts[]> = fc
  .array(
    fc.record({
      rater: fc.constantFrom("ann", "bob", "eve"),
      origin: fc.constantFrom(
        ...(["hand", "hand", "hand", "propagated", "machine", "adjudication"] as const),
      ),
      verdict: fc.constantFrom(...Verdict.options),
      target: fc.option(fc.nat(7)),
      retracted: fc.boolean(),
    }),
    { maxLength: 8 },
  )
  .map((drafts) =>
    drafts.map(({ target, retracted, ...rest }, index) => {
      const supersedes = target !== null && target < index ? String(target) : null;
      return {
        ...rest,
        id: String(index),
        item: "call",
        supersedes,
        retracted: retracted && supersedes !== null,
      };
    }),
  );

const shuffled = anyRows.chain((rows) =>
  fc.tuple(
    fc.constant(rows),
    fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length }),
  ),
);

it("does not depend on the order of the rows", () => {
  fc.assert(
    fc.property(shuffled, ([rows, other]) => {
      expect(currentLabels(other)).toEqual(currentLabels(rows));
      expect(settleItem(currentLabels(other))).toEqual(settleItem(currentLabels(rows)));
    }),
  );
});

it("does not depend on rows that come twice", () => {
  fc.assert(
    fc.property(anyRows, fc.nat(8), (rows, count) => {
      const repeated = [...rows, ...rows.slice(0, count)];
      expect(currentLabels(repeated)).toEqual(currentLabels(rows));
      expect(settleItem(currentLabels(repeated))).toEqual(settleItem(currentLabels(rows)));
    }),
  );
});

it("says an item is settled only by hand or by adjudication", () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      const current = currentLabels(rows);
      const counting = current.filter(
        ({ origin }) => origin === "hand" || origin === "adjudication",
      );
      expect(settleItem(current)).toEqual(settleItem(counting));
      expect(settleItem(current).verdict === null).toBe(counting.length === 0);
    }),
  );
});
