/** What PostgreSQL cannot hold: NUL, and halves of surrogate pairs. */
const UNFIT = /\0|\p{Surrogate}/u;
const UNFIT_ALL = /\0|\p{Surrogate}/gu;

/** Whether the text of a JSON value may contain such characters (they can only come as escapes). */
export function mayHoldUnfit(json: string): boolean {
  return json.includes("\\u") && /\\u(?:0000|[dD][89a-fA-F])/u.test(json);
}

/**
 * The value with each NUL and each lone surrogate, in keys too, replaced by U+FFFD. Recursive: the
 * depth must be bounded at the door.
 */
export function cleanStrings(value: unknown): unknown {
  if (typeof value === "string") return cleanText(value);
  if (Array.isArray(value)) return value.map(cleanStrings);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value);
  return Object.fromEntries(members.map(([key, member]) => [cleanText(key), cleanStrings(member)]));
}

export function cleanText(text: string): string {
  return UNFIT.test(text) ? text.replace(UNFIT_ALL, "\uFFFD") : text;
}
