import type { Format } from "@/lib/formats/format";
import { isObject } from "@/lib/formats/is-object";
import { formats } from "@/lib/formats/registry";
import { ok, refused, type Result } from "@/lib/result";

/** So many records are looked at before a file is given up. */
export const DETECT_RECORDS = 100;
const KEYS_SHOWN = 12;

/**
 * The format of a file, from the values of its first records: the one that recognises most of
 * them, and of equals the first registered.
 */
export function detectFormat(values: readonly unknown[]): Result<Format> {
  const first = values.slice(0, DETECT_RECORDS);
  const scored = formats.map((format) => ({
    format,
    hits: first.filter((value) => format.detect(value)).length,
  }));
  const best = scored.reduce((a, b) => (b.hits > a.hits ? b : a));
  return best.hits > 0 ? ok(best.format) : refused("invalid", unknownShape(first));
}

/** The format that somebody asked for by id. */
export function getFormat(id: string): Result<Format> {
  const format = formats.find((known) => known.id === id);
  if (format !== undefined) return ok(format);
  const ids = formats.map((known) => known.id).join(", ");
  return refused("invalid", `There is no format of that name. Known formats: ${ids}.`);
}

function unknownShape(values: readonly unknown[]): string {
  const known = formats.map(({ name }) => name).join("; ");
  if (values.length === 0) return `No record could be read. Known shapes: ${known}.`;
  const keys = [...new Set(values.filter(isObject).flatMap(Object.keys))];
  const shown = keys.slice(0, KEYS_SHOWN).map((key) => Array.from(key).slice(0, 40).join(""));
  const more = keys.length > KEYS_SHOWN ? ` and ${keys.length - KEYS_SHOWN} more` : "";
  const seen = keys.length === 0 ? "they are no objects" : `keys seen: ${shown.join(", ")}${more}`;
  const count =
    values.length === 1 ? "The first record has" : `The first ${values.length} records have`;
  return `${count} no known shape (${seen}). Known shapes: ${known}.`;
}
