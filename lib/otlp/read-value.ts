import { cleanText } from "@/lib/formats/clean-strings";
import { isObject } from "@/lib/formats/is-object";
import type { Attributes, Plain } from "@/lib/otlp/otlp";

/** An attribute nested deeper says nothing. */
const MAX_NESTING = 64;

/** The list, or an empty one where there is none. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Text that PostgreSQL can hold; null for empty text and anything else. */
export const textOf = (value: unknown): string | null =>
  typeof value === "string" && value !== "" ? cleanText(value) : null;

/** A list of KeyValue as one object; of a repeated key the last value stands. */
export function readAttributes(list: unknown, depth = 0): Attributes {
  const pairs = listOf(list)
    .filter(isObject)
    .filter(({ key }) => typeof key === "string" && key !== "")
    .map(({ key, value }) => [cleanText(String(key)), readValue(value, depth)] as const);
  return Object.fromEntries(pairs);
}

/** An AnyValue as plain JSON; bytes become base64 text. */
export function readValue(any: unknown, depth = 0): Plain {
  if (!isObject(any) || depth > MAX_NESTING) return null;
  if (typeof any["stringValue"] === "string") return cleanText(any["stringValue"]);
  if (typeof any["boolValue"] === "boolean") return any["boolValue"];
  if (any["intValue"] !== undefined) return readInteger(any["intValue"]);
  if (any["doubleValue"] !== undefined) return readDouble(any["doubleValue"]);
  const { arrayValue, kvlistValue, bytesValue } = any;
  if (isObject(arrayValue))
    return listOf(arrayValue["values"]).map((one) => readValue(one, depth + 1));
  if (isObject(kvlistValue)) return readAttributes(kvlistValue["values"], depth + 1);
  return bytesValue === undefined ? null : readBytes(bytesValue);
}

function readInteger(value: unknown): Plain {
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value !== "string" || !/^-?\d{1,20}$/u.test(value)) return null;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

/** JSON writes what is no number as text ("NaN"): that says nothing. */
function readDouble(value: unknown): Plain {
  const number = typeof value === "string" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : null;
}

function readBytes(value: unknown): Plain {
  if (typeof value === "string") return value;
  if (!(value instanceof Uint8Array)) return null;
  return btoa(Array.from(value, (byte) => String.fromCharCode(byte)).join(""));
}

/**
 * An id of so many bytes as lower-case hex, from bytes, hex text (as OTLP/JSON has it) or base64
 * (as plain protobuf-to-JSON mappings have it). Null when empty or all zeros, undefined when it is
 * no id of that size.
 */
export function readId(value: unknown, bytes: 8 | 16): string | null | undefined {
  if (value === undefined || value === null || value === "") return null;
  const hex = value instanceof Uint8Array ? hexOf(value) : hexOfText(value, bytes);
  if (hex === "") return null;
  if (hex?.length !== bytes * 2) return undefined;
  return /^0+$/u.test(hex) ? null : hex;
}

const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

function hexOfText(value: unknown, bytes: number): string | undefined {
  if (typeof value !== "string") return undefined;
  if (value.length === bytes * 2 && /^[0-9a-f]+$/iu.test(value)) return value.toLowerCase();
  if (value.length !== Math.ceil(bytes / 3) * 4 || !/^[A-Za-z0-9+/]+={0,2}$/u.test(value))
    return undefined;
  return hexOf(Uint8Array.from(atob(value), (character) => character.charCodeAt(0)));
}

/** Unix nanoseconds as decimal text, from text or a number; null for zero and anything else. */
export function readNanos(value: unknown): string | null {
  const text =
    typeof value === "number" && value >= 0 ? BigInt(Math.trunc(value)).toString() : value;
  if (typeof text !== "string" || !/^\d{1,20}$/u.test(text)) return null;
  return /^0+$/u.test(text) ? null : text;
}

/** An enum by number, or by name as its position in `names`; 0 for anything else. */
export function readEnum(value: unknown, names: readonly string[]): number {
  if (typeof value === "number" && Number.isInteger(value)) return value;
  return typeof value === "string" ? Math.max(0, names.indexOf(value)) : 0;
}
