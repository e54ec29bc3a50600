import { describe, expect, it } from "vitest";
import { currentLabels, type LabelFacts, settleItem } from "./consensus";

const row = (over: Partial<LabelFacts>): LabelFacts => ({
  id: "1",
  item: "call",
  rater: "ann",
  origin: "hand",
  verdict: "viable",
  supersedes: null,
  retracted: false,
  ...over,
});

describe("currentLabels", () => {
  it("keeps the correction and drops what it supersedes", () => {
    const rows = [row({}), row({ id: "2", supersedes: "1", verdict: "unsure" })];
    expect(currentLabels(rows).map(({ id }) => id)).toEqual(["2"]);
  });

  it("removes with an undo what it supersedes, and the undo itself", () => {
    expect(currentLabels([row({}), row({ id: "2", supersedes: "1", retracted: true })])).toEqual(
      [],
    );
  });

  it("keeps a new label given after an undo", () => {
    const rows = [
      row({}),
      row({ id: "2", supersedes: "1", retracted: true }),
      row({ id: "3", verdict: "not_viable" }),
    ];
    expect(currentLabels(rows).map(({ id }) => id)).toEqual(["3"]);
  });
});

describe("settleItem", () => {
  it("takes the verdict on which all hand labels agree", () => {
    expect(settleItem([row({}), row({ rater: "bob" })])).toEqual({
      verdict: "viable",
      state: "agreed",
      raters: 2,
    });
  });

  it("counts a disagreement as unsure", () => {
    expect(settleItem([row({}), row({ rater: "bob", verdict: "not_viable" })])).toMatchObject({
      verdict: "unsure",
      state: "unsettled",
    });
  });

  it("lets the adjudication win, however it is marked", () => {
    const labels = [row({}), row({ rater: "bob", verdict: "not_viable" })];
    for (const mark of [{ origin: "adjudication" }, { adjudicated: true }] as const) {
      const settled = settleItem([...labels, row({ rater: "eve", verdict: "viable", ...mark })]);
      expect(settled).toEqual({ verdict: "viable", state: "adjudicated", raters: 2 });
    }
  });

  it.each(["propagated", "machine", "imported", "reference"] as const)(
    "never counts a %s label",
    (origin) => {
      expect(settleItem([row({ origin })])).toEqual({
        verdict: null,
        state: "unlabelled",
        raters: 0,
      });
      expect(settleItem([row({}), row({ origin, verdict: "unsure" })]).verdict).toBe("viable");
      expect(settleItem([row({ origin, adjudicated: true })]).verdict).toBeNull();
    },
  );
});
