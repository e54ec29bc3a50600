import { isObject } from "@/lib/formats/is-object";

/** Text that is not blank, also from a number or boolean; null for anything else. */
export function asText(value: unknown): string | null {
  if (typeof value === "string") return value.trim() === "" ? null : value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : null;
}

const RANDOM_ID = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{24,64})$/iu;

/** A name: text that is neither blank nor a number nor a random id. */
export function asName(value: unknown): string | null {
  if (typeof value !== "string" || !/[^\d\s.,+-]/u.test(value)) return null;
  const name = value.trim();
  return RANDOM_ID.test(name) ? null : name;
}

/** A count of at least 0, also from decimal text; null for anything else. */
export function asCount(value: unknown): number | null {
  const number = asAmount(value);
  return number !== null && Number.isSafeInteger(number) ? number : null;
}

/** A number of at least 0, also from decimal text; null for anything else. */
export function asAmount(value: unknown): number | null {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) && number >= 0 ? number : null;
}

/** The object itself, or an empty one for anything else. */
export const asObject = (value: unknown): Record<string, unknown> => (isObject(value) ? value : {});

/** The value below some keys, one inside the other; undefined where there is none. */
export function dig(value: unknown, ...path: readonly (string | number)[]): unknown {
  let inner = value;
  for (const step of path) {
    if (typeof inner !== "object" || inner === null) return undefined;
    inner = (inner as Record<string | number, unknown>)[step];
  }
  return inner;
}

/** The first of the values that says something. */
export function firstOf(...values: readonly unknown[]): unknown {
  return values.find((value) => value !== undefined && value !== null && value !== "");
}
