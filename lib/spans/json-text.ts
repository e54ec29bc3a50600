import { cleanStrings, mayHoldUnfit } from "@/lib/formats/clean-strings";
import { isObject } from "@/lib/formats/is-object";

/** JSON text nested deeper stays text. */
const MAX_NESTING = 100;

/** The value that a text holds as JSON (object or list only); undefined when it holds none. */
export function parseJsonText(text: string): unknown {
  const start = text.trimStart()[0];
  if ((start !== "{" && start !== "[") || tooDeep(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return mayHoldUnfit(text) ? cleanStrings(value) : value;
  } catch {
    return undefined;
  }
}

/** The value itself, or what it holds as JSON text (also text within text, up to three times). */
export function unwrapJson(value: unknown): unknown {
  let inner = value;
  for (let level = 0; level < 3 && typeof inner === "string"; level++) {
    const quoted = inner.startsWith('"') && inner.endsWith('"') ? unquote(inner) : undefined;
    const parsed = quoted ?? parseJsonText(inner);
    if (parsed === undefined) return inner;
    inner = parsed;
  }
  return inner;
}

function unquote(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return mayHoldUnfit(text) ? cleanStrings(value) : value;
  } catch {
    return undefined;
  }
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

/** Counts brackets outside strings, so that nothing recursive meets a bottomless value. */
function tooDeep(text: string): boolean {
  if (text.length <= MAX_NESTING) return false;
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === 92) at++;
      else if (code === 34) inString = false;
    } else if (code === 34) inString = true;
    else if (code === 123 || code === 91) {
      if (++depth > MAX_NESTING) return true;
    } else if (code === 125 || code === 93) depth--;
  }
  return false;
}
