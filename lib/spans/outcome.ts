import type { OutcomeFact } from "@/lib/spans/span";

const CORRECTNESS =
  /^(?:is[_\s-]?)?(?:correct(?:ness)?|accura(?:cy|te)|success(?:ful)?|pass(?:ed)?|task[_\s-]?(?:success|completion)|resolved|exact[_\s-]?match)$/iu;
const FEEDBACK =
  /(?:user|customer|human)[_\s-]?(?:feedback|score|rating)|thumbs?|^rating$|^stars?$/iu;
const RIGHT = /^(?:correct|pass(?:ed)?|true|yes|success(?:ful)?|right|good|y|1)$/iu;
const WRONG = /^(?:incorrect|fail(?:ed|ure)?|false|no|wrong|bad|error|n|0)$/iu;
/** A score from 0 to 1 says right from here on. */
const THRESHOLD = 0.5;

/**
 * One stated outcome. It speaks of correctness if its name does (correct, accuracy, success,
 * pass …) and its label, boolean or number (from 0.5 on) says right or wrong; else its value is
 * null and it is kept as what it is.
 */
export function outcomeOf(
  name: string,
  raw: unknown,
  target: OutcomeFact["target"],
  extra: Partial<Pick<OutcomeFact, "id" | "at" | "responseId">> & { label?: unknown } = {},
): OutcomeFact {
  const { label, id = null, at = null, responseId = null } = extra;
  const said = judged(label) ?? judged(raw);
  return {
    id,
    at,
    target,
    name,
    value: CORRECTNESS.test(name.trim()) ? said : null,
    raw: plainOf(raw) ?? plainOf(label),
    userFeedback: FEEDBACK.test(name),
    responseId,
  };
}

function judged(value: unknown): boolean | null {
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return value >= 0 && value <= 1 ? value >= THRESHOLD : null;
  if (typeof value !== "string") return null;
  const text = value.trim();
  if (RIGHT.test(text)) return true;
  if (WRONG.test(text)) return false;
  const number = text === "" ? Number.NaN : Number(text);
  return Number.isNaN(number) ? null : judged(number);
}

const plainOf = (value: unknown): OutcomeFact["raw"] =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? value
    : null;
