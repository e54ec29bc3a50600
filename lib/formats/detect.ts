import type { Format } from "@/lib/formats/format";
import { isObject } from "@/lib/formats/is-object";
import { formats } from "@/lib/formats/registry";
import { spanFormats } from "@/lib/formats/span-registry";
import { ok, refused, type Result } from "@/lib/result";
import type { SpanFormat } from "@/lib/spans/span-format";

/** A format whose records are calls, or one whose records speak of spans of traces. */
export type FileFormat = Format | SpanFormat;

/** Every format of files, those of spans first. */
export const fileFormats: readonly FileFormat[] = [...spanFormats, ...formats];

/** So many records are looked at before a file is given up. */
export const DETECT_RECORDS = 100;
const KEYS_SHOWN = 12;

/**
 * The format of a file, from the values of its first records: the one that recognises most of
 * them, and of equals the first registered. Only formats of calls are looked at, unless told.
 */
export function detectFormat<One extends FileFormat = Format>(
  values: readonly unknown[],
  among: readonly One[] = formats as readonly FileFormat[] as readonly One[],
): Result<One> {
  const first = values.slice(0, DETECT_RECORDS);
  const scored = among.map((format) => ({
    format,
    hits: first.filter((value) => format.detect(value)).length,
  }));
  const best = scored.reduce((a, b) => (b.hits > a.hits ? b : a));
  return best.hits > 0 ? ok(best.format) : refused("invalid", unknownShape(first, among));
}

/** The format that somebody asked for by id. */
export function getFormat<One extends FileFormat = Format>(
  id: string,
  among: readonly One[] = formats as readonly FileFormat[] as readonly One[],
): Result<One> {
  const format = among.find((one) => one.id === id);
  if (format !== undefined) return ok(format);
  const ids = among.map((one) => one.id).join(", ");
  return refused("invalid", `There is no format of that name. Known formats: ${ids}.`);
}

function unknownShape(values: readonly unknown[], among: readonly FileFormat[]): string {
  const shapes = among.map(({ name }) => name).join("; ");
  if (values.length === 0) return `No record could be read. Known shapes: ${shapes}.`;
  const keys = [...new Set(values.filter(isObject).flatMap(Object.keys))];
  const shown = keys.slice(0, KEYS_SHOWN).map((key) => Array.from(key).slice(0, 40).join(""));
  const more = keys.length > KEYS_SHOWN ? ` and ${keys.length - KEYS_SHOWN} more` : "";
  const seen = keys.length === 0 ? "they are no objects" : `keys seen: ${shown.join(", ")}${more}`;
  const count =
    values.length === 1 ? "The first record has" : `The first ${values.length} records have`;
  return `${count} no known shape (${seen}). Known shapes: ${shapes}.`;
}
