import { describe, expect, it } from "vitest";
import {
  PART_KEYS,
  type ShareRow,
  layShareBar,
  formatRowShare,
  summariseShares,
} from "@/components/charts/share-row";

const row: ShareRow = {
  id: "c1",
  label: "extract_field",
  weight: 200,
  weightText: "$200",
  parts: { viable: 40, noModelNeeded: 5, unsure: 2, notViable: 3, unlabelled: 50 },
  share: { value: 0.9, low: 0.8, high: 0.95 },
  n: 50,
  note: null,
};

describe("layShareBar", () => {
  it("makes parts that add up to the weight", () => {
    const bar = layShareBar(row);
    expect(PART_KEYS.reduce((sum, key) => sum + bar[key], 0)).toBeCloseTo(200);
  });

  it("lays the interval on the labelled part, around the end of what is viable", () => {
    const bar = layShareBar(row);
    expect(bar.whisker).toEqual({ low: 80, high: 95 });
    expect(bar.viable + bar.noModelNeeded).toBeCloseTo(90);
  });

  it("hatches the whole bar of a cluster without a draw, and draws no interval", () => {
    const parts = { viable: 0, noModelNeeded: 0, unsure: 0, notViable: 0, unlabelled: 0 };
    const bar = layShareBar({ ...row, parts, n: 0, share: null });
    expect(bar.unlabelled).toBe(200);
    expect(bar.whisker).toBeNull();
  });
});

describe("formatRowShare", () => {
  it("shows a share without an interval alone, and no share as a dash", () => {
    const bare = { ...row, share: { value: 0.9, low: null, high: null } };
    expect(formatRowShare(bare).replace(/\s/g, " ")).toBe("90 %");
    expect(layShareBar(bare).whisker).toBeNull();
    expect(formatRowShare({ ...row, share: null })).toBe("–");
  });
});

describe("summariseShares", () => {
  it("says each bar in words, and what is not known", () => {
    const text = summariseShares("spend", [row, { ...row, label: "plan", share: null }]);
    expect(text.replace(/\s/g, " ")).toBe(
      "Bars as long as spend. extract_field: $200, 90 % [80, 95]; plan: $200, not labelled yet.",
    );
  });
});
