import { cleanStrings, mayHoldUnfit } from "@/lib/formats/clean-strings";
import { isObject } from "@/lib/formats/is-object";

/** JSON text nested deeper stays text. */
const MAX_NESTING = 100;

/** The value that a text holds as JSON (object or list only); undefined when it holds none. */
export function parseJsonText(text: string): unknown {
  const start = text.trimStart()[0];
  return start === "{" || start === "[" ? parseSafely(text) : undefined;
}

/** The value itself, or what it holds as JSON text (also text within text, up to three times). */
export function unwrapJson(value: unknown): unknown {
  let inner = value;
  for (let level = 0; level < 3 && typeof inner === "string"; level++) {
    const quoted = inner.startsWith('"') && inner.endsWith('"') ? parseSafely(inner) : undefined;
    const parsed = quoted ?? parseJsonText(inner);
    if (parsed === undefined) return inner;
    inner = parsed;
  }
  return inner;
}

/** The object in a value or its JSON text; null for anything else. */
export function objectIn(value: unknown): Record<string, unknown> | null {
  const inner = unwrapJson(value);
  return isObject(inner) ? inner : null;
}

/** The list in a value or its JSON text; null for anything else. */
export function listIn(value: unknown): unknown[] | null {
  const inner = unwrapJson(value);
  return Array.isArray(inner) ? inner : null;
}

function parseSafely(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    if (tooDeep(value, 0)) return undefined;
    return mayHoldUnfit(text) ? cleanStrings(value) : value;
  } catch {
    return undefined;
  }
}

/** So that nothing recursive meets a bottomless value. */
function tooDeep(value: unknown, depth: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (depth >= MAX_NESTING) return true;
  for (const member of Object.values(value)) if (tooDeep(member, depth + 1)) return true;
  return false;
}
