import * as fc from "fast-check";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { checkRoutes } from "./check-routes";
import type { RouteEntry } from "./route-entry";
import { intendedRoutes, writeRoutes } from "./write-routes";

const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc
    .array(fc.constantFrom("no", ":", " #", "\n", '"', "\\", "'", "{", "&", "*", "\t", "- ", "?"))
    .map((parts) => parts.join("")),
);
const anyInterval = fc.option(fc.constantFrom({ low: 0, high: 0.2 }, { low: 0.9, high: 1 }));

const anyEntry: fc.Arbitrary<RouteEntry> = fc.record({
  routeKey: anyText,
  tagged: fc.boolean(),
  decision: fc.constantFrom("route", "keep", "undecided" as const),
  candidate: anyText,
  confidenceThreshold: fc.option(fc.double({ min: 1e-9, max: 1, noNaN: true })),
  currentModel: fc.option(anyText),
  mix: fc.option(anyText),
  calls: fc.nat(),
  viable: fc.nat(100),
  n: fc.nat(100),
  interval: anyInterval,
  raters: fc.nat(5),
  alpha: fc.option(fc.double({ min: -1, max: 1, noNaN: true })),
  monthlySaving: fc.option(fc.record({ low: fc.double({ noNaN: true }), high: fc.constant(1e9) })),
});
const anyEntries = fc.uniqueArray(anyEntry, {
  selector: ({ routeKey }) => routeKey,
  maxLength: 12,
});

const anyHeader = fc.record({
  release: fc.option(fc.nat()),
  workspace: anyText,
  newestInput: fc.option(anyText),
  inputsSha256: anyText,
  codebookVersion: fc.option(fc.nat()),
  scope: fc.option(anyText),
});

it("is read as it was meant, in YAML 1.1 and in 1.2, whatever the names", () => {
  fc.assert(
    fc.property(anyHeader, anyEntries, (header, entries) => {
      const text = writeRoutes(header, entries);
      const intended = intendedRoutes(entries);
      expect(checkRoutes(text, intended)).toEqual({ ok: true, value: text });
      expect(parse(text, { version: "1.1" })).toEqual(parse(text, { version: "1.2" }));
      expect(Object.keys(parse(text).routes).toSorted()).toEqual(
        Object.keys(intended.routes).toSorted(),
      );
    }),
    { numRuns: 300 },
  );
});

it("gives the same bytes for the same entries in any order", () => {
  fc.assert(
    fc.property(anyHeader, anyEntries, (header, entries) => {
      expect(writeRoutes(header, entries.toReversed())).toBe(writeRoutes(header, entries));
    }),
  );
});
