import fc from "fast-check";
import { expect, it } from "vitest";
import { collapseText } from "./collapse-text";

const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const WEEKDAY = "(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}[, ]{1,2})?";
const DATE = `(?<![a-z])${WEEKDAY}(?:¤ ?(?:of )?[-/]?${MONTH}\\b\\.?|${MONTH}\\b\\.? ?¤)(?:[-,/]? ?¤)*`;

/** What is taken out, step by step, with no care for time. */
const STEPS: readonly [pattern: RegExp, by: string][] = [
  [/\[[a-z][a-z0-9_]{0,39}:[0-9a-hjkmnp-tv-z]{8}\]/gu, "¤"],
  [/(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/gu, "¤"],
  [/(?<![0-9a-f])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-f])/giu, "¤"],
  [/(?<![A-Za-z\p{N}])[A-Za-z]*\p{N}[A-Za-z\p{N}]*/gu, "¤"],
  [/(?<![A-Za-z])[A-Z]{1,5}[-_#/]?¤/gu, "¤"],
  [/[-+#]?¤(?:[-_.:/,+\s]{0,3}¤)*%?/gu, "¤"],
];
const LATER: typeof STEPS = [
  [/\s+/gu, " "],
  [/¤ ?[ap]\.?m\b\.?/gu, "¤"],
  [new RegExp(DATE, "gu"), "¤"],
  [/[-+#]?¤(?:[-_.:/,+\s]{0,3}¤)*%?/gu, "¤"],
  [/ ?([^\p{L}\p{N} ]) ?/gu, "$1"],
];
const take = (text: string, steps: typeof STEPS) =>
  steps.reduce((short, [pattern, by]) => short.replace(pattern, by), text);
const slowly = (text: string) => take(take(text, STEPS).toLowerCase(), LATER).trim();

const part = fc.constantFrom(
  ..."jan|may|March| of |2024|1|12|¤|-|/|:|,|.| |  |\n|\t|a|Z|ORD|AB-|#|+|%|am|p.m.|mon, |Tuesday ".split(
    "|",
  ),
  ..."é|订|９|²|😀|@|x@y.org|[email:abcdefgh]|550e8400-e29b-41d4-a716-446655440000|1b2c-3d4e-|_|(|K".split(
    "|",
  ),
);

it("takes out, with its shortcuts, what the plain patterns take out one after the other", () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(part, fc.string({ maxLength: 4 })), { maxLength: 14 }),
      (parts) => {
        const text = parts.join("");
        expect(collapseText(text)).toBe(slowly(text));
      },
    ),
    { numRuns: 2_000 },
  );
});
