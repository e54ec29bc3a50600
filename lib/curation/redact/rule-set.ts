import { Anchors, canAnchor } from "./anchors";
import type { Near, Rule } from "./rule";

/**
 * Where a rule without a fixed beginning can match: around these, this far. Each pattern begins with
 * one character or one small class, which is what makes a search fast.
 */
const NEAR: Readonly<Record<Exclude<Near, "anything">, { pattern: RegExp; reach: number }>> = {
  "at sign": { pattern: /@/gu, reach: 320 },
  digits: {
    pattern:
      /\d(?:(?:[ .()/-]{0,2}\d){5,60}|\.\d{1,3}\.\d{1,3}\.\d|(?<=[a-f]\d)[a-f0-9]{6}|(?<=[A-Za-z]\d)\d[A-Za-z]\d)/gu,
    reach: 45,
  },
  colons: { pattern: /:(?<=[0-9A-Fa-f]:)[0-9A-Fa-f]{0,4}:/gu, reach: 48 },
};

/** Rules that begin with a fixed text: found by their anchors. */
export type AnchoredGroup = {
  kind: "anchored";
  anchors: Anchors<readonly Ranked[]>;
};
/** The same where no anchor can be made of the text: too short, or letters beyond ASCII. */
export type WordGroup = {
  kind: "words";
  trigger: RegExp;
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
export type RuleSet = readonly (AnchoredGroup | WordGroup | WindowGroup | LineGroup)[];

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
  const [starts, words] = [byStart(ranked, "starts"), byStart(ranked, "words")];
  return [
    ...anchoredGroup(starts, words),
    ...wordGroups(starts, words),
    ...windows.filter(({ rules }) => rules.length > 0),
    ...(lines.length > 0 ? [{ kind: "line" as const, rules: lines }] : []),
  ];
}

function readied({ pattern, near }: Rule): RegExp {
  const flags = pattern.flags.replace(/[gy]/gu, "");
  return new RegExp(pattern.source, flags + (near === undefined ? "y" : "g"));
}

type ByStart = ReadonlyMap<string, readonly Ranked[]>;

/** Rules by what they begin with, the longer first: where it stands, those of a shorter are tried too. */
function byStart(ranked: readonly Ranked[], kind: "starts" | "words"): ByStart {
  const rules = new Map<string, Ranked[]>();
  for (const one of ranked) {
    for (const start of one.rule[kind] ?? []) {
      const key = kind === "words" ? start.toLowerCase() : start;
      rules.set(key, [...(rules.get(key) ?? []), one]);
    }
  }
  const keys = [...rules.keys()].toSorted((a, b) => b.length - a.length);
  return new Map(
    keys.map((key) => {
      const all = keys.filter((other) => key.startsWith(other));
      return [key, [...new Set(all.flatMap((name) => rules.get(name) ?? []))]];
    }),
  );
}

/** All in one, so that a text is passed over once. */
function anchoredGroup(starts: ByStart, words: ByStart): AnchoredGroup[] {
  const anchors = new Anchors<readonly Ranked[]>();
  const [exact, folded] = [starts, words].map((all) =>
    [...all].filter(([text]) => canAnchor(text)),
  );
  for (const [text, rules] of exact ?? []) anchors.add(text, "exact", rules);
  for (const [text, rules] of folded ?? []) anchors.add(text, "folded", rules);
  const isEmpty = exact?.length === 0 && folded?.length === 0;
  return isEmpty ? [] : [{ kind: "anchored", anchors }];
}

function wordGroups(starts: ByStart, words: ByStart): WordGroup[] {
  return [starts, words].flatMap((all) => {
    const odd = [...all].filter(([text]) => !canAnchor(text));
    if (odd.length === 0) return [];
    const source = odd.map(([text]) => text.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`));
    const trigger = new RegExp(source.join("|"), all === words ? "gi" : "g");
    return [{ kind: "words" as const, trigger, rules: new Map(odd) }];
  });
}
