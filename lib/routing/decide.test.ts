import { describe, expect, it } from "vitest";
import { wilson } from "@/lib/statistics/wilson";
import { decideRoute, type RouteEvidence } from "./decide";

const evidence = (viable: number, n: number, over: Partial<RouteEvidence> = {}): RouteEvidence => ({
  routeKey: "extract_field",
  tagged: true,
  currentModel: "claude-opus-4-8",
  share: n === 0 ? null : { value: viable / n, interval: wilson(viable, n) },
  n,
  lowSavingUsd: 10,
  ...over,
});

describe("the decision on a route key", () => {
  it.each([
    ["route", evidence(47, 50)],
    ["route", evidence(40, 40)],
    ["route", evidence(47, 50, { lowSavingUsd: null })],
    ["route", evidence(54, 60, { bar: 0.75 })],
    ["keep", evidence(9, 60)],
    ["keep", evidence(12, 40)],
    ["keep", evidence(47, 50, { lowSavingUsd: -1 })],
    ["undecided", evidence(54, 60)],
    ["undecided", evidence(19, 19)],
    ["undecided", evidence(0, 0)],
    ["undecided", evidence(47, 50, { tagged: false })],
    ["undecided", evidence(47, 50, { currentModel: null })],
    ["undecided", evidence(47, 50, { currentModel: "" })],
    ["undecided", evidence(47, 50, { share: { value: 0.94, interval: null } })],
  ])("is %s", (decision, given) => {
    expect(decideRoute(given)).toMatchObject({ routeKey: "extract_field", decision });
  });

  it("holds a route back whose key cannot be written, and says the way on", () => {
    const { decision, reason } = decideRoute(evidence(47, 50, { routeKey: "x".repeat(1001) }));
    expect(decision).toBe("undecided");
    expect(reason).toContain("shorten the step type");
  });

  it("says what to do when no model could be fallen back to", () => {
    const { reason } = decideRoute(evidence(47, 50, { currentModel: null }));
    expect(reason).toContain("name the model in your traces, for a route needs a fallback");
  });

  it("shows the lower end with enough digits to see that it is under the bar", () => {
    const { reason } = decideRoute(evidence(54, 60));
    // 79.85, rounded down as every lower end is
    expect(reason.replaceAll(/\s/g, " ")).toContain("79.8 %, is under the bar of 80 %");
  });

  it("never shows an end on the other side of the bar", () => {
    const reasonOf = (low: number, high: number, bar: number) =>
      decideRoute(
        evidence(40, 50, { share: { value: 0.8, interval: { low, high } }, bar }),
      ).reason.replaceAll(/\s/g, " ");
    expect(reasonOf(0.5, 0.796, 0.8)).toContain("the upper end, 79.6 %, is under the bar of 80 %");
    expect(reasonOf(0.8255, 0.9, 0.825)).toContain("82.5 %, is at or over the bar of 82.5 %");
    expect(reasonOf(0.7999, 0.9, 0.8)).toContain("79.99 %, is under the bar of 80 %");
  });

  it("routes with an unknown saving, and says so", () => {
    const { decision, reason } = decideRoute(evidence(47, 50, { lowSavingUsd: null }));
    expect(decision).toBe("route");
    expect(reason).toContain("The saving is unknown, which does not hold a route back.");
  });
});
