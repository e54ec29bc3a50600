import { type CharSet, parsePattern, type Part, PatternRefusal } from "./pattern-parts";

/** An own pattern may repeat something at most this often, wherever it says `*`, `+` or `{n,}`. */
const OWN_REPEAT = 64;

/** An own pattern may cost at most this many steps at each character of a text. */
const OWN_STEPS = 2_000;

export type BoundedPattern =
  | {
      ok: true;
      source: string;
      /** At most so many steps at each place of a text. */ steps: number;
    }
  | { ok: false; why: string };

type Cost = {
  /** Characters with which it can go on. */
  first: CharSet;
  nullable: boolean;
  /** A bound on the steps of a backtracking search from one place. */
  steps: number;
  /** In how many ways it can match from one place; 1 when each text leaves it no choice. */
  ways: number;
  /** Whether it can fail: what cannot is never gone back from. */
  fails: boolean;
};

/**
 * Whether an own pattern runs in a bounded time for each character of any text. Without an end in
 * sight (`*`, `+`, `{n,}`) it repeats at most 64 times. Refused, with a reason for people:
 * references back, lookarounds, repetitions whose parts overlap, patterns that match nothing.
 */
export function boundPattern(pattern: string, flags = ""): BoundedPattern {
  try {
    const part = capped(parsePattern(pattern, flags));
    const cost = costOf(part, 0n);
    if (cost.nullable)
      throw new PatternRefusal("It matches empty text: it must ask for something.");
    const steps = cost.steps;
    if (steps > OWN_STEPS) throw new PatternRefusal(TOO_MANY_STEPS);
    return { ok: true, source: sourceOf(part), steps };
  } catch (error) {
    if (error instanceof PatternRefusal) return { ok: false, why: error.message };
    throw error;
  }
}

const TOO_MANY_STEPS =
  "Its repetitions overlap, so that some texts would take very long: separate them by a fixed character, or give exact counts such as \\d{6}.";
const NESTED =
  "A repetition inside a repetition, such as (a+)+, can take very long: write one of them with an exact count.";

/**
 * A bound on the steps that a backtracking search takes from one place of any text; infinite when
 * there is none. For the product's own patterns; lookarounds count with what they look at.
 */
export const stepsOf = ({ source, flags }: RegExp): number =>
  costOf(parsePattern(source, flags), 0n).steps;

function capped(part: Part): Part {
  switch (part.kind) {
    case "group":
      if (/[=!]$/u.test(part.open)) {
        throw new PatternRefusal("It looks ahead or behind, (?=…) or (?<!…): leave that out.");
      }
      return { ...part, open: "(?:", part: capped(part.part) };
    case "sequence":
    case "choice":
      return { ...part, parts: part.parts.map(capped) };
    case "repeat": {
      const max = part.max === Infinity ? Math.max(OWN_REPEAT, part.min) : part.max;
      return { ...part, max, part: capped(part.part) };
    }
    default:
      return part;
  }
}

function sourceOf(part: Part): string {
  switch (part.kind) {
    case "group":
      return `${part.open}${sourceOf(part.part)})`;
    case "sequence":
      return part.parts.map(sourceOf).join("");
    case "choice":
      return part.parts.map(sourceOf).join("|");
    case "repeat":
      return `${sourceOf(part.part)}{${part.min},${part.max}}${part.lazy ? "?" : ""}`;
    default:
      return part.source;
  }
}

/** The cost of a part, given the characters with which the pattern can go on behind it. */
function costOf(part: Part, follow: CharSet): Cost {
  switch (part.kind) {
    case "one":
      return { first: part.set, nullable: false, steps: 1, ways: 1, fails: true };
    case "empty":
      return { first: 0n, nullable: true, steps: 1, ways: 1, fails: true };
    case "group": {
      const inner = costOf(part.part, /[=!]$/u.test(part.open) ? 0n : follow);
      return /[=!]$/u.test(part.open)
        ? { ...inner, first: 0n, nullable: true, ways: 1, fails: true }
        : inner;
    }
    case "sequence":
      return sequenceCost(part.parts, follow);
    case "choice":
      return choiceCost(part.parts, follow);
    case "repeat":
      return repeatCost(part, follow);
  }
}

function sequenceCost(parts: readonly Part[], follow: CharSet): Cost {
  let cost: Cost = { first: follow, nullable: true, steps: 0, ways: 1, fails: false };
  for (const part of parts.toReversed()) {
    const own = costOf(part, cost.first);
    cost = {
      first: own.nullable ? own.first | cost.first : own.first,
      nullable: own.nullable && cost.nullable,
      steps: own.steps + (cost.fails ? own.ways : 1) * Math.max(cost.steps, 1),
      ways: own.ways * cost.ways,
      fails: own.fails || cost.fails,
    };
  }
  return cost;
}

function choiceCost(parts: readonly Part[], follow: CharSet): Cost {
  const costs = parts.map((part) => costOf(part, follow));
  const apart = costs.every((one, i) =>
    costs.slice(i + 1).every((other) => (one.first & other.first) === 0n && !other.nullable),
  );
  const ways = costs.map((one) => one.ways);
  return {
    first: costs.reduce((set, one) => set | one.first, 0n),
    nullable: costs.some((one) => one.nullable),
    steps: costs.reduce((sum, one) => sum + one.steps, 0),
    fails: costs.every((one) => one.fails),
    ways: apart ? Math.max(...ways) : ways.reduce((sum, one) => sum + one, 0),
  };
}

function repeatCost({ part, min, max }: Part & { kind: "repeat" }, follow: CharSet): Cost {
  const alone = costOf(part, 0n);
  const inner = costOf(part, max > 1 ? alone.first | follow : follow);
  if (max > 1 && (inner.ways > 1 || inner.nullable) && !(max === min && inner.ways === 1)) {
    throw new PatternRefusal(NESTED);
  }
  const choices = max === min || (inner.first & follow) === 0n ? 1 : max - min + 1;
  return {
    first: inner.first,
    nullable: min === 0 || inner.nullable,
    steps: inner.steps * Math.max(max, 1),
    ways: choices * inner.ways,
    fails: min > 0 && inner.fails,
  };
}
