import type { Rule } from "./rule";
import type { AnchoredGroup, LineGroup, Ranked, RuleSet, WindowGroup, WordGroup } from "./rule-set";

export type Match = { from: number; to: number; rank: number; rule: Rule };

/** How much of the text around a value its rule may look at. */
const CONTEXT = 64;

/** Own patterns see one line at a time, and of a longer line one piece of this length. */
export const LINE_LIMIT = 2_000;

/** Everything that the rules catch in a text, overlaps included. */
export function findMatches(text: string, rules: RuleSet): Match[] {
  const matches: Match[] = [];
  for (const group of rules) {
    if (group.kind === "anchored") findAnchored(text, group, matches);
    else if (group.kind === "words") findWords(text, group, matches);
    else if (group.kind === "window") findNear(text, group, matches);
    else findInLines(text, group, matches);
  }
  return matches;
}

/** Tries rules only where one of their beginnings stands. */
function findAnchored(text: string, { anchors }: AnchoredGroup, into: Match[]): void {
  anchors.scan(text, (rules, at) => tryAt(text, at, rules, into));
}

function findWords(text: string, { trigger, rules }: WordGroup, into: Match[]): void {
  trigger.lastIndex = 0;
  for (let hit = trigger.exec(text); hit !== null; hit = trigger.exec(text)) {
    // one beginning may stand inside another: secret in client_secret
    trigger.lastIndex = hit.index + 1;
    const start = trigger.ignoreCase ? hit[0].toLowerCase() : hit[0];
    tryAt(text, hit.index, rules.get(start) ?? [], into);
  }
}

function tryAt(text: string, at: number, rules: readonly Ranked[], into: Match[]): void {
  for (const ranked of rules) {
    ranked.pattern.lastIndex = at;
    const found = ranked.pattern.exec(text);
    if (found) take(found, text, 0, ranked, into);
  }
}

/** Runs rules over windows around their trigger; windows that touch are one. */
function findNear(text: string, { trigger, reach, rules }: WindowGroup, into: Match[]): void {
  let [from, to] = [-1, -1];
  trigger.lastIndex = 0;
  for (let hit = trigger.exec(text); hit !== null; hit = trigger.exec(text)) {
    const start = Math.max(0, hit.index - reach);
    if (start > to && to >= 0) {
      runOver(text, from, to, rules, into);
      from = start;
    } else if (from < 0) from = start;
    to = Math.min(text.length, trigger.lastIndex + reach);
  }
  if (to >= 0) runOver(text, from, to, rules, into);
}

function findInLines(text: string, { rules }: LineGroup, into: Match[]): void {
  let from = 0;
  while (from < text.length) {
    const found = text.indexOf("\n", from);
    const end = found < 0 ? text.length : found;
    for (; from < end; from += LINE_LIMIT) {
      runOver(text, from, Math.min(end, from + LINE_LIMIT), rules, into);
    }
    from = end + 1;
  }
}

function runOver(
  text: string,
  from: number,
  to: number,
  rules: readonly Ranked[],
  into: Match[],
): void {
  const part = text.slice(from, to);
  for (const ranked of rules) {
    const { pattern } = ranked;
    pattern.lastIndex = 0;
    for (let found = pattern.exec(part); found !== null; found = pattern.exec(part)) {
      if (found[0] === "") pattern.lastIndex += 1;
      else if (!take(found, text, from, ranked, into)) pattern.lastIndex = found.index + 1;
    }
  }
}

/** Adds a match if its rule accepts it. */
function take(
  found: RegExpExecArray,
  text: string,
  offset: number,
  { rule, rank }: Ranked,
  into: Match[],
): boolean {
  const named = found.groups && Object.values(found.groups).find((part) => part !== undefined);
  const value = named ?? found[0];
  const to = offset + found.index + found[0].length;
  const from = to - value.length;
  const accepted =
    rule.accept?.({
      value,
      before: text.slice(Math.max(0, from - CONTEXT), from),
      after: text.slice(to, to + CONTEXT),
    }) ?? true;
  if (accepted === false || value === "") return false;
  const [cutFrom, cutTo] = accepted === true ? [0, value.length] : accepted;
  into.push({ from: from + cutFrom, to: from + cutTo, rank, rule });
  return true;
}
