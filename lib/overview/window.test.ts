import { describe, expect, it } from "vitest";
import { computeWindow, rateDays } from "./window";

const on = (day: string | null, calls = 1) => ({ day, calls });
const month = Array.from({ length: 30 }, (_, n) => on(`2026-06-${String(n + 1).padStart(2, "0")}`));

describe("the window of some calls", () => {
  it.each(["1970-01-01", "9999-12-31", "2001-09-09"])(
    "is not stretched by one call of %s, which it counts beside",
    (day) => {
      expect(computeWindow([...month, on(day)])).toEqual({
        firstDay: "2026-06-01",
        lastDay: "2026-06-30",
        days: 30,
        undatedCalls: 0,
        implausibleCalls: 1,
      });
      expect(rateDays(computeWindow([on(day), ...month]))).toBe(30);
    },
  );

  it("leaves out up to 1 % of many calls, at both ends", () => {
    const many = month.map(({ day }) => on(day, 100));
    const window = computeWindow([...many, on("1970-01-01", 14), on("9999-12-31", 15)]);
    expect(window).toMatchObject({ days: 30, implausibleCalls: 29 });
  });

  it("keeps what is within a year of the others, and what more than 1 % of the calls say", () => {
    expect(computeWindow([...month, on("2025-06-02")])).toMatchObject({
      firstDay: "2025-06-02",
      implausibleCalls: 0,
    });
    expect(computeWindow([...month, on("2020-01-01", 2)])).toMatchObject({
      firstDay: "2020-01-01",
      implausibleCalls: 0,
    });
  });

  it("calls no date implausible among fewer than ten calls", () => {
    const few = [...month.slice(0, 8), on("1970-01-01")];
    expect(computeWindow(few)).toMatchObject({ firstDay: "1970-01-01", implausibleCalls: 0 });
  });

  it("knows no days without a date", () => {
    expect(computeWindow([on(null, 3)])).toEqual({
      firstDay: null,
      lastDay: null,
      days: null,
      undatedCalls: 3,
      implausibleCalls: 0,
    });
  });
});
