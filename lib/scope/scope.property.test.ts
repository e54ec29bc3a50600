import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isHumanFacing } from "./human-facing";
import { isInScope } from "./in-scope";
import { narrows, Scope, WHOLE_SCOPE } from "./scope";
import { chooseScope, parseScopeParams, writeScopeParams } from "./scope-params";
import { scopedCall, someRules, someScope } from "./testing";

describe("a scope", () => {
  it("parts what it looks at into calls that talk to people, that do not, and unknown ones", () => {
    fc.assert(
      fc.property(someScope, someRules, fc.array(scopedCall), (scope, rules, calls) => {
        const within = (humanFacing: Scope["humanFacing"]) =>
          calls.filter((call) => isInScope({ ...scope, humanFacing }, rules, call));
        const [all, without, only] = [within("with"), within("without"), within("only")];
        const unknown = all.filter((call) => isHumanFacing(call, rules) === null);
        const silent = without.filter((call) => isHumanFacing(call, rules) === false);
        expect(only.length + silent.length + unknown.length).toBe(all.length);
        expect([...only, ...without].toSorted(byIndex(calls))).toEqual(all);
        expect(only.every((call) => isHumanFacing(call, rules) === true)).toBe(true);
      }),
    );
  });

  it("only ever looks at fewer calls than everything", () => {
    fc.assert(
      fc.property(someScope, someRules, scopedCall, (scope, rules, call) => {
        expect(isInScope(WHOLE_SCOPE, rules, call)).toBe(true);
        if (!narrows(scope)) expect(isInScope(scope, rules, call)).toBe(true);
      }),
    );
  });

  it("is the same read from the address that it was written into", () => {
    const names = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(someScope, fc.option(names), (scope, agents) => {
        const given = { ...scope, agents };
        const read = parseScopeParams(writeScopeParams(given));
        expect(read).toEqual({ ok: true, value: given });
        const address = new URLSearchParams(writeScopeParams(given));
        const narrow = Scope.parse({ from: "2026-01-01" });
        expect(chooseScope(Object.fromEntries(address), narrow)).toEqual(given);
      }),
    );
  });
});

const byIndex =
  <T>(order: readonly T[]) =>
  (a: T, b: T) =>
    order.indexOf(a) - order.indexOf(b);
