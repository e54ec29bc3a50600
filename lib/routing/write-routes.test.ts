import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { checkRoutes } from "./check-routes";
import type { RouteEntry, RoutesHeader } from "./route-entry";
import { routesJsonSchema, RoutesFile } from "./routes-file";
import { intendedRoutes, writeRoutes } from "./write-routes";

const header: RoutesHeader = {
  release: null,
  workspace: "acme-support",
  newestInput: "2026-11-21",
  inputsSha256: "00ff",
  codebookVersion: 2,
  scope: null,
};

const entry = (over: Partial<RouteEntry> = {}): RouteEntry => ({
  routeKey: "extract_field",
  tagged: true,
  decision: "route",
  candidate: "slm-extract-v3",
  confidenceThreshold: null,
  currentModel: "claude-haiku-4-5",
  mix: null,
  calls: 1204,
  viable: 142,
  n: 150,
  interval: { low: 0.9, high: 0.97 },
  raters: 2,
  alpha: 0.81,
  monthlySaving: { low: 212, high: 260 },
  ...over,
});

const kept = entry({
  routeKey: "plan_next_action",
  decision: "keep",
  currentModel: "claude-opus-4-8",
  viable: 9,
  n: 60,
  // rounded outwards, so the upper end reads 0.27
  interval: { low: 0.0806, high: 0.2611 },
  monthlySaving: null,
});

const write = (...entries: RouteEntry[]) => {
  const text = writeRoutes(header, entries);
  expect(checkRoutes(text, intendedRoutes(entries))).toEqual({ ok: true, value: text });
  return text;
};

describe("the routes file", () => {
  it("has the published shape, keys in order", () => {
    expect(write(kept, entry()))
      .toBe(`# Assay draft, workspace acme-support, 2026-11-21, inputs sha256:00ff, codebook v2
routes:
  "extract_field":
    # 142 of 150 labelled viable, 95 % [0.90, 0.97]; 2 raters, alpha 0.81; saves $212–$260 a month
    model: "slm-extract-v3"
    fallback: "claude-haiku-4-5"
    confidence_threshold: 0.85   # uncalibrated default
  "plan_next_action":
    model: "claude-opus-4-8"     # keep: 9 of 60 labelled viable, 95 % [0.08, 0.27]
`);
  });

  it("names a release by its number and a calibrated threshold without a remark", () => {
    const text = writeRoutes({ ...header, release: 7 }, [entry({ confidenceThreshold: 0.912345 })]);
    expect(text).toContain("# Assay release 7, workspace acme-support");
    expect(text).toContain("confidence_threshold: 0.9123\n");
  });

  it.each([
    [0.85, "confidence_threshold: 0.85   # uncalibrated default\n"],
    [0.9, "confidence_threshold: 0.9   # uncalibrated, set by hand\n"],
  ])("says that a threshold of %s set by hand is not calibrated", (threshold, line) => {
    expect(write(entry({ confidenceThreshold: threshold, calibrated: false }))).toContain(line);
  });

  it("writes an empty map when nothing can be written", () => {
    expect(write()).toMatch(/\nroutes: \{\}\n$/);
  });

  it("shows calls without a step type only in comments, with the tag to set and how", () => {
    const text = write(entry({ tagged: false, routeKey: "support / 3f2a" }));
    expect(parse(text)).toEqual({ routes: {} });
    expect(text).toContain('# no step type: "support / 3f2a", 1,204 calls, route: 142 of 150');
    expect(text).toContain('# To route calls without a step type, set "step_type" on each:');
    expect(text).toContain('#   OpenTelemetry: span.setAttribute("step_type", "<step>")');
    expect(text).toContain("#   LangChain:");
  });

  it("shows a key whose model is unknown as a comment", () => {
    const text = write(entry({ currentModel: null, decision: "keep" }));
    expect(text).toContain('# model unknown: "extract_field"');
  });

  it("keeps the model of an undecided key, and shows the mix of today", () => {
    const text = write({ ...kept, decision: "undecided", mix: "today a 60 %, b 40 %" });
    expect(text).toContain(
      'model: "claude-opus-4-8"     # undecided: 9 of 60 labelled viable, 95 % [0.08, 0.27]; today a 60 %, b 40 %',
    );
  });

  it("says a loss as a loss", () => {
    const text = write({ ...kept, monthlySaving: { low: -12, high: 3 } });
    expect(text).toContain("; the low end of the saving is below zero");
  });

  it("claims no interval for a census", () => {
    const text = write(entry({ viable: 30, n: 30, interval: { low: 1, high: 1 }, census: true }));
    expect(text).toContain("# 30 of 30 labelled viable, which are all calls: no sampling error; 2");
  });

  it("says of a route with an unknown saving why it is unknown", () => {
    const unknown = { monthlySaving: null, savingUnknown: "The candidate has no price." };
    expect(write(entry(unknown))).toContain(
      "2 raters, alpha 0.81; saving unknown (the candidate has no price)\n    model:",
    );
    expect(write(entry({ monthlySaving: null }))).toContain("; saving unknown\n");
  });

  it("refuses a key that comes twice and a threshold that is none", () => {
    expect(() => write(kept, kept)).toThrow(RangeError);
    expect(() => write(entry({ confidenceThreshold: 0 }))).toThrow(RangeError);
  });

  it.each([
    "no",
    "y",
    "~",
    "1.0",
    "0x1f",
    "1e3",
    "12:30:45",
    "<<",
    "__proto__",
    "constructor",
    "",
    " ",
    "# x: {",
    'a": b',
    "line\nbreak: {}",
    "\r\u0085\u2028\u2029",
    "\u0000\u0007\u007f",
    "\u202e\u200b\ufeff",
    "*alias",
    "!!js/function",
    "%YAML 1.1",
    "---",
    "größe 日本 😀",
    "\ud800",
    "back\\slash\\u0041",
    "x".repeat(1500),
  ])("is read alike in YAML 1.1 and 1.2 with the key %j", (hostile) => {
    const text = write(
      entry({ routeKey: hostile, currentModel: hostile, mix: hostile }),
      entry({ routeKey: `${hostile}2`, tagged: false }),
    );
    // Nothing of it may end a line, nor hide.
    expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
  });

  it("cannot be left by a comment of the header", () => {
    const text = writeRoutes({ ...header, workspace: "a\nroutes: {x: {model: y}}" }, []);
    expect(parse(text)).toEqual({ routes: {} });
  });
});

describe("the check", () => {
  it.each([
    ["is no YAML", "routes: {"],
    ["does not follow the schema", "routes: { a: { model: 3 } }"],
    [
      "has a threshold without a fallback",
      'routes: { "a": { model: "m", confidence_threshold: 1 } }',
    ],
    ["has another model than decided", 'routes: { "a": { model: "x" } }'],
    ["has a key too many", 'routes: { "a": { model: "m" }, "b": { model: "m" } }'],
    ["is read differently by YAML 1.1", "routes: { no: { model: m } }"],
  ])("refuses a text that %s", (_what, text) => {
    const intended = { routes: { [text.includes("no:") ? "no" : "a"]: { model: "m" } } };
    expect(checkRoutes(text, intended)).toMatchObject({ ok: false, code: "invalid" });
  });
});

describe("the schema", () => {
  it("is published as JSON Schema with the fields of a route", () => {
    const text = JSON.stringify(routesJsonSchema);
    for (const name of ["routes", "model", "fallback", "confidence_threshold"]) {
      expect(text).toContain(`"${name}"`);
    }
    expect(routesJsonSchema.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
  });

  it("takes the shape of the source article", () => {
    const routes = {
      extract_field: {
        model: "slm-extract-v3",
        fallback: "claude-haiku-4-5",
        confidence_threshold: 0.85,
      },
      plan_next_action: { model: "claude-opus-4-8" },
    };
    expect(RoutesFile.parse({ routes })).toEqual({ routes });
  });
});
