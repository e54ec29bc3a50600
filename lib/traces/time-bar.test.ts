import { describe, expect, it } from "vitest";
import { timeBar, wholeSpan } from "@/lib/traces/time-bar";

describe("time bars", () => {
  it("lie between the first start and the last end", () => {
    const spans = [{ from: 100, to: 150 }, null, { from: 150, to: 300 }];
    const whole = wholeSpan(spans);
    expect(whole).toEqual({ from: 100, to: 300 });
    expect(spans.map((span) => timeBar(span, whole))).toEqual([
      { from: 0, to: 0.25 },
      null,
      { from: 0.25, to: 1 },
    ]);
  });

  it("are unknown where no time is known, and whole where all is one moment", () => {
    expect(timeBar(null, wholeSpan([null]))).toBeNull();
    const moment = { from: 5, to: 5 };
    expect(timeBar(moment, wholeSpan([moment]))).toEqual({ from: 0, to: 1 });
  });
});
