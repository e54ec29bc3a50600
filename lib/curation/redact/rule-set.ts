import type { Near, Rule } from "./rule";

/** Where a rule without a fixed beginning can match: around these, this far. */
const NEAR: Readonly<Record<Exclude<Near, "anything">, { pattern: RegExp; reach: number }>> = {
  "at sign": { pattern: /@/gu, reach: 320 },
  digits: {
    pattern:
      /\d(?:[ .()/-]{0,2}\d){5,60}|\d\.\d{1,3}\.\d{1,3}\.\d|[a-f]\d[a-f0-9]{6}|[A-Za-z]\d\d[A-Za-z]\d/gu,
    reach: 44,
  },
  colons: { pattern: /[0-9a-f]{1,4}:[0-9a-f]{0,4}:/giu, reach: 44 },
};

export type AnchoredGroup = {
  kind: "anchored";
  /** One of the fixed beginnings. */
  trigger: RegExp;
  fold: boolean;
  rules: ReadonlyMap<string, readonly Ranked[]>;
};
export type WindowGroup = {
  kind: "window";
  trigger: RegExp;
  reach: number;
  rules: readonly Ranked[];
};
export type LineGroup = { kind: "line"; rules: readonly Ranked[] };

/** A rule, its pattern made ready, and its rank: the lower one names a place. */
export type Ranked = { rule: Rule; pattern: RegExp; rank: number };

/** Rules made ready to run over texts. */
export type RuleSet = readonly (AnchoredGroup | WindowGroup | LineGroup)[];

/** Groups rules by what triggers them, so that a text without a trigger costs one look per group. */
export function compileRules(rules: readonly Rule[]): RuleSet {
  const ranked = rules.map((rule, rank) => ({ rule, rank, pattern: readied(rule) }));
  const windows = Object.entries(NEAR).map(([near, { pattern, reach }]): WindowGroup => ({
    kind: "window",
    trigger: pattern,
    reach,
    rules: ranked.filter((one) => one.rule.near === near),
  }));
  const lines = ranked.filter((one) => one.rule.near === "anything");
  return [
    anchoredGroup(ranked, false),
    anchoredGroup(ranked, true),
    ...windows,
    { kind: "line" as const, rules: lines },
  ].filter((group) => (group.kind === "anchored" ? group.rules.size : group.rules.length) > 0);
}

function readied({ pattern, near }: Rule): RegExp {
  const flags = pattern.flags.replace(/[gy]/gu, "");
  return new RegExp(pattern.source, flags + (near === undefined ? "y" : "g"));
}

function anchoredGroup(ranked: readonly Ranked[], fold: boolean): AnchoredGroup {
  const rules = new Map<string, Ranked[]>();
  for (const one of ranked) {
    for (const start of (fold ? one.rule.words : one.rule.starts) ?? []) {
      const key = fold ? start.toLowerCase() : start;
      rules.set(key, [...(rules.get(key) ?? []), one]);
    }
  }
  // the longer first: of two that begin alike, both are tried from the longer one's place
  const keys = [...rules.keys()].toSorted((a, b) => b.length - a.length);
  for (const key of keys) {
    const shorter = keys.filter((other) => other !== key && key.startsWith(other));
    const all = [key, ...shorter].flatMap((name) => rules.get(name) ?? []);
    rules.set(key, [...new Set(all)]);
  }
  const source = keys.map((key) => key.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`)).join("|");
  return { kind: "anchored", trigger: new RegExp(source, fold ? "gi" : "g"), fold, rules };
}
