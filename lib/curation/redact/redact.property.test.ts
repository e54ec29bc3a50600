import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allRules } from "./all-rules";
import { markOf } from "./mark";
import { DEFAULT_KEYS, namedKeyRule } from "./named-keys";
import { redactJson } from "./redact-json";
import { redactString } from "./redact-string";
import { boundPattern, stepsOf } from "./safe-pattern";
import { testDigest, testRedactor } from "./testing";

const redacted = (text: string) => redactString(text, testRedactor).text;

/** Pieces of what rules look for, glued together in any way. */
const nasty = fc
  .array(
    fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom(
        ..."@ . :// : - [ ] { } \" ' \\ \\n \\u0040 + ( ) , ; = 0 1 12 123 4111 aa:: :: v".split(
          " ",
        ),
        "4111 1111 1111 1111",
        "ann@example.org",
        "sk-",
        "eyJhbGciOiJIUzI1NiJ9.e30.",
        "ghp_",
        "A".repeat(40),
        "a1B2".repeat(12),
        "AKIAIOSFODNN7EXAMPLE",
        "password",
        '"password": "',
        "postgres://u:p@h",
        "-----BEGIN RSA PRIVATE KEY-----",
        "-----END RSA PRIVATE KEY-----",
        "+31 6 1234 5678",
        "078-05-1120",
        "10.1.2.3",
        "[email:k7q2m9xw]",
        "\n",
      ),
    ),
    { maxLength: 25 },
  )
  .map((parts) => parts.join(""));

/** Values that must go, whatever stands around them. */
const secret = fc.constantFrom(
  "ghp_16C7e42F292c6912E7710c838347Ae178B4a",
  "glpat-abcdefghij0123456789",
  "sk-ant-api03-abcdefghijklmnopqrstuvwxyz0123456789",
  "ann.bauer@example.org",
  "4111 1111 1111 1111",
  "GB82 WEST 1234 5698 7654 32",
  "078-05-1120",
  "10.20.30.40",
  "+31 6 1234 5678",
  "AKIAIOSFODNN7EXAMPLE",
  "xoxb-123456789012-1234567890123-AbCdEfGhIjKlMnOpQrStUvWx",
);

/** What makes a rule take the number behind it for something else, where it stands on the same line. */
const guard = fc.constantFrom(
  ..."v version= build: Chrome/ section § >= ~ ^ ip- pkg@ 1.5 3- # / + order: id= uuid: sha256: 0x".split(
    " ",
  ),
);
/** Prose around a secret: any text that ends and begins with white space. */
const prose = fc.oneof(
  fc.string(),
  fc.lorem(),
  fc.string({ unit: "grapheme" }),
  fc.tuple(fc.lorem({ maxCount: 2 }), guard).map(([words, end]) => `${words} ${end}`),
);
const around = fc.tuple(prose, secret, prose).map(([before, value, after]) => ({
  value,
  text: `${before} \n${value}\n ${after}`,
}));

/** A text as JSON whose characters are escapes here and there. */
const escapedJson = (text: string, every: number) => {
  let json = "";
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i).toString(16).padStart(4, "0");
    json += i % every === 0 ? `\\u${code}` : JSON.stringify(text[i] ?? "").slice(1, -1);
  }
  return `"${json}"`;
};

describe("redaction", () => {
  it("done twice is done once", () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const once = redacted(text);
        expect(redactString(once, testRedactor)).toEqual({ text: once, counts: {} });
      }),
      { numRuns: 2_000 },
    );
  });

  it("counts exactly when it changes something", () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const { text: after, counts } = redactString(text, testRedactor);
        expect(Object.keys(counts).length > 0).toBe(after !== text);
      }),
    );
  });

  it("lets no planted value survive", () => {
    fc.assert(
      fc.property(around, ({ value, text }) => {
        expect(redacted(text)).not.toContain(value);
      }),
    );
  });

  it("lets none survive in JSON, in JSON inside text of JSON, or behind escapes", () => {
    fc.assert(
      fc.property(around, fc.integer({ min: 2, max: 9 }), ({ value, text }, every) => {
        const inner = JSON.stringify({ note: text, n: 1.0 });
        const values = { a: [text], b: inner, c: `{"x": ${escapedJson(text, every)}}` };
        const after = redactJson(values, testRedactor).value as typeof values;
        expect(after.a[0]).not.toContain(value);
        expect((JSON.parse(after.b) as { note: string }).note).not.toContain(value);
        expect((JSON.parse(after.c) as { x: string }).x).not.toContain(value);
      }),
    );
  });

  it("keeps text that is JSON as JSON, and its shape", () => {
    fc.assert(
      fc.property(fc.jsonValue(), nasty, secret, (value, text, planted) => {
        const whole = JSON.stringify({ value, text, planted, list: [planted, 1, null] }, null, 2);
        const parsed = JSON.parse(redacted(whole)) as Record<string, unknown>;
        expect(Object.keys(parsed)).toEqual(["value", "text", "planted", "list"]);
      }),
    );
  });

  it("gives the same value the same mark, wherever it stands", () => {
    fc.assert(
      fc.property(secret, prose, (value, text) => {
        const mark = redacted(value);
        expect(mark).toMatch(/^\[[a-z0-9_]+:[0-9a-hjkmnp-tv-z]{8}\]$/u);
        expect(redacted(`${text} \n${value}\n`)).toContain(mark);
        expect(redacted(JSON.stringify({ x: `${value}\n` }))).toContain(mark);
      }),
    );
  });

  it("returns the very value when nothing strikes", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const { value: after, counts } = redactJson(value, testRedactor);
        if (Object.keys(counts).length === 0) expect(after).toBe(value);
      }),
    );
  });
});

describe("marks", () => {
  it("tell rules and values apart", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const same = markOf("email", a, testDigest) === markOf("email", b, testDigest);
        expect(same).toBe(a === b);
      }),
    );
    expect(markOf("email", "x", testDigest).slice(7)).not.toBe(
      markOf("phone", "x", testDigest).slice(7),
    );
  });
});

describe("time", () => {
  const rules = [...allRules, namedKeyRule(DEFAULT_KEYS)];

  it.each(rules.map((rule) => [rule.id, rule.pattern, rule.near !== undefined] as const))(
    "the pattern of %s takes a bounded number of steps at each place",
    (_id, pattern, isTriedEverywhere) => {
      // those with a fixed beginning are tried only where it stands
      expect(stepsOf(pattern)).toBeLessThan(isTriedEverywhere ? 1_000 : 400_000);
    },
  );

  it.each([
    ["(a+)+b", /inside a repetition/],
    ["(a|a)*b", /inside a repetition/],
    ["(a|ab)*c", /inside a repetition/],
    ["(?:a?){30}a{30}", /inside a repetition/],
    ["(?:x+y?)+z", /inside a repetition/],
    ["\\d*\\d*x", /overlap/],
    [".*secret.*", /overlap/],
    ["(?=x)a", /ahead or behind/],
    ["(?<!x)a", /ahead or behind/],
    ["(a)\\1", /reference back/i],
    ["(?<q>a)\\k<q>", /reference back/i],
    ["a*", /empty/],
    ["a|", /empty/],
    ["(", /no regular expression/],
  ])("refuses %s as an own pattern, and says why", (pattern, why) => {
    expect(boundPattern(pattern)).toEqual({ ok: false, why: expect.stringMatching(why) });
  });

  it.each([
    ["ORD-\\d+", "ORD-12345"],
    ["[a-z]+-\\d+-[A-Z]{2,4}", "abc-12-XY"],
    ["EMP\\d{5}|CASE-[0-9a-f]{8}", "CASE-0123abcd"],
    ["(?:\\d[ -]?){9}", "123 456 789"],
    ["\\w+ \\w+ \\w+", "one two three"],
    ["^id: \\S+$", "id: x"],
    ["[^\\s@]+@corp", "me@corp"],
  ])("takes %s as an own pattern", (pattern, text) => {
    const bounded = boundPattern(pattern);
    if (!bounded.ok) throw new Error(bounded.why);
    expect(new RegExp(bounded.source, "u").exec(text)?.[0]).toBe(text);
    expect(bounded.steps).toBeLessThan(2_000);
  });

  it("bounds or refuses whatever is written as a pattern", () => {
    const piece = fc.constantFrom(
      ..."a b . \\d \\w [a-c] ( ) (?: | * + ? {2} {2,} {1,9} ^ $ \\b x".split(" "),
    );
    const pattern = fc.array(piece, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(pattern, (source) => {
        const bounded = boundPattern(source);
        if (!bounded.ok) {
          expect(bounded.why).not.toBe("");
          return;
        }
        expect(() => new RegExp(bounded.source, "gu")).not.toThrow();
        expect(bounded.source).not.toMatch(/[^\\][*+]|,\}/u);
      }),
      { numRuns: 2_000 },
    );
  });
});
