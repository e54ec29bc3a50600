import { isObject } from "@/lib/formats/is-object";

export type Members = Readonly<Record<string, unknown>>;

const EMPTY: Members = {};

/** The members of a value that is an object, of any other none. */
export function membersOf(value: unknown): Members {
  return isObject(value) ? value : EMPTY;
}

/**
 * An object, also one that was logged as its JSON text, as bodies of requests often are; null for
 * anything else.
 */
export function openObject(value: unknown): Members | null {
  const opened = openJson(value);
  return isObject(opened) ? opened : null;
}

/** JSON text of a list or an object, opened; anything else as it is. */
export function openJson(value: unknown): unknown {
  if (typeof value !== "string" || !/^\s*[[{]/u.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** Text that says something, else null. */
export function textOf(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value : null;
}

/** The first of some members that is text, else null. A dot in a key leads into an object. */
export function firstText(members: Members, keys: readonly string[]): string | null {
  for (const key of keys) {
    const found = textOf(at(members, key));
    if (found !== null) return found;
  }
  return null;
}

/** The first of some members that is a number of at least 0, else null. */
export function firstAmount(members: Members, keys: readonly string[]): number | null {
  for (const key of keys) {
    const found = at(members, key);
    if (typeof found === "number" && Number.isFinite(found) && found >= 0) return found;
  }
  return null;
}

/** The first of some members that is there and not null. */
export function firstOf(members: Members, keys: readonly string[]): unknown {
  for (const key of keys) {
    const found = at(members, key);
    if (found !== undefined && found !== null) return found;
  }
  return null;
}

function at(members: Members, path: string): unknown {
  if (Object.hasOwn(members, path)) return members[path];
  const dot = path.indexOf(".");
  return dot < 0 ? undefined : at(membersOf(members[path.slice(0, dot)]), path.slice(dot + 1));
}
