import { MAPPED_FIELDS, type MappedField, type Mapping } from "@/lib/tabular/mapping";

/** Why a mapping makes no calls yet, for people; null when it does. */
export function problemOfMapping(mapping: Mapping): string | null {
  const isAsked = mapping.prompt !== undefined || mapping.messages !== undefined;
  if (!isAsked) return "Say which column holds what was asked: the prompt, or the messages.";
  if (mapping.response === undefined) return "Say which column holds the response.";
  return null;
}

/** The columns that a mapping names and a table does not have. */
export function missingColumns(mapping: Mapping, columns: readonly string[]): string[] {
  const has = (named: string) =>
    columns.some((column) => named === column || named.startsWith(`${column}.`));
  return Object.values(mapping).filter((named) => !has(named));
}

/** The field that a column is taken for, or null. */
export const fieldOf = (mapping: Mapping, column: string): MappedField | null =>
  MAPPED_FIELDS.find((field) => mapping[field] === column) ?? null;

/** Takes a column for another field, or for none; whatever column the field had before loses it. */
export function assignField(mapping: Mapping, column: string, field: MappedField | null): Mapping {
  const others = Object.entries(mapping).filter(
    ([key, named]) => named !== column && key !== field,
  );
  return Object.fromEntries(field === null ? others : [...others, [field, column]]);
}
