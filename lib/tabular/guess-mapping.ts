import { isObject } from "@/lib/formats/is-object";
import { columnValue } from "@/lib/tabular/column-value";
import { FIELD_ALIASES, plainName } from "@/lib/tabular/field-aliases";
import { MAPPED_FIELDS, type MappedField, type Mapping } from "@/lib/tabular/mapping";
import { fitOf } from "@/lib/tabular/value-fit";

export type Guess = {
  field: MappedField;
  column: string;
  /** 0 to 1: how sure the name and the values make it. A sorting key, no probability. */
  confidence: number;
  /** For people. */
  why: string;
};

/** So many rows are looked at. */
export const SAMPLE_ROWS = 100;
const LEAST = 0.3;

/**
 * Which column is which of our fields, by its name and by what up to {@link SAMPLE_ROWS} rows hold.
 * Each field and each column is given at most once, the surest first. A start for a person to
 * correct, never applied by itself.
 */
export function guessMapping(
  columns: readonly string[],
  rows: readonly Readonly<Record<string, unknown>>[],
): Guess[] {
  const sample = rows.slice(0, SAMPLE_ROWS);
  const all = columns.flatMap((column) => guessesFor(column, sample));
  const taken = new Set<string>();
  const chosen: Guess[] = [];
  for (const guess of all.toSorted((a, b) => b.confidence - a.confidence)) {
    const keys = [`field ${guess.field}`, `column ${guess.column}`];
    if (keys.some((key) => taken.has(key))) continue;
    for (const key of keys) taken.add(key);
    chosen.push(guess);
  }
  return chosen;
}

/** The mapping that some guesses make. */
export function mappingOf(guesses: readonly Guess[]): Mapping {
  return Object.fromEntries(guesses.map(({ field, column }) => [field, column]));
}

function guessesFor(column: string, rows: readonly Readonly<Record<string, unknown>>[]): Guess[] {
  const values = rows
    .map((row) => columnValue(row, column))
    .filter((value) => value !== null && value !== undefined && value !== "");
  if (rows.length > 0 && values.length === 0) return [];
  return MAPPED_FIELDS.flatMap((field) => {
    const named = nameScore(column, field);
    const fit = fitOf(field, values);
    if (fit === 0) return [];
    const byValues = field === "messages" && values.length > 0 && values.every(isChat) ? 0.7 : 0;
    const confidence = Math.max(named * fit, byValues);
    if (confidence < LEAST) return [];
    const why = named > 0 ? `its name reads as ${field}` : "its values are lists of messages";
    return [{ field, column, confidence: Math.round(confidence * 100) / 100, why }];
  });
}

/** 1 for the field's own name, less for others' names of it, least for the end of a dotted name. */
function nameScore(column: string, field: MappedField): number {
  const names = [plainName(field), ...FIELD_ALIASES[field]];
  const at = names.indexOf(plainName(column));
  if (at >= 0) return at === 0 ? 1 : Math.max(0.5, 0.9 - 0.05 * (at - 1));
  const last = column.slice(column.lastIndexOf(".") + 1);
  if (last === column) return 0;
  return names.includes(plainName(last)) ? 0.45 : 0;
}

function isChat(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((item) => isObject(item) && "role" in item)
  );
}
