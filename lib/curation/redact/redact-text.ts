import type { KeyedDigest } from "@/lib/ids";
import { findMatches, type Match } from "./find-matches";
import { markOf, markSpans } from "./mark";
import { type Counts, NO_COUNTS } from "./rule";
import type { RuleSet } from "./rule-set";

export type Redacted = { text: string; counts: Counts };

/** What a pass reveals (a number no longer glued to its neighbour) is found by the next. */
const MAX_PASSES = 8;

/**
 * Replaces all that the rules catch by marks. A text without a match is returned as it is; marks
 * in the text stay, so that doing it twice is doing it once. Time is linear in the length.
 */
export function redactText(text: string, rules: RuleSet, digest: KeyedDigest): Redacted {
  let current = text;
  let counts: Counts = NO_COUNTS;
  const marks = new Map<string, string>();
  for (let pass = 0; pass < MAX_PASSES; pass += 1) {
    const chosen = withoutOverlap(findMatches(current, rules), current);
    if (chosen.length === 0) break;
    const next: Counts = { ...counts };
    let [written, at] = ["", 0];
    for (const { from, to, rule } of chosen) {
      const value = current.slice(from, to);
      const known = `${rule.id}:${value}`;
      const mark = marks.get(known) ?? markOf(rule.id, rule.same?.(value) ?? value, digest);
      marks.set(known, mark);
      written += current.slice(at, from) + mark;
      next[rule.id] = (next[rule.id] ?? 0) + 1;
      at = to;
    }
    current = written + current.slice(at);
    counts = next;
  }
  return { text: current, counts };
}

/** In order of place; where two overlap the lower rank stays, and marks stay before all. */
function withoutOverlap(matches: Match[], text: string): Match[] {
  if (matches.length === 0) return matches;
  const taken = markSpans(text);
  const kept: Match[] = [];
  const ordered = matches.toSorted((a, b) => a.from - b.from || a.rank - b.rank || b.to - a.to);
  let mark = 0;
  for (const match of ordered) {
    while (mark < taken.length && (taken[mark]?.[1] ?? 0) <= match.from) mark += 1;
    if ((taken[mark]?.[0] ?? Infinity) < match.to) continue;
    const last = kept.at(-1);
    if (last && last.to > match.from) {
      if (last.rank <= match.rank) continue;
      kept.pop();
    }
    kept.push(match);
  }
  return kept;
}
