import { momentOf } from "@/lib/formats/provider/moment";
import { columnValue } from "@/lib/tabular/column-value";
import { MAPPED_FIELDS, type MappedField, type Mapping } from "@/lib/tabular/mapping";
import { asFlag, asNumber, isFlagField, isNumberField } from "@/lib/tabular/value-fit";

/**
 * A row of an unknown table as a record of our own shapes: with `messages` the fuller one, else
 * the small one of prompt and response. Both members of its shape are always there, so that it is
 * recognised. Text is read as the number, flag or time that a field is; what cannot be read so
 * stays as it is, for the format to refuse with its reason.
 */
export function applyMapping(
  row: Readonly<Record<string, unknown>>,
  mapping: Mapping,
): Record<string, unknown> {
  const shape = mapping.messages === undefined ? ["prompt", "response"] : ["messages", "response"];
  const empty = shape.map((field) => [field, null] as const);
  const known = MAPPED_FIELDS.flatMap((field) => {
    const column = mapping[field];
    if (column === undefined || (field === "prompt" && mapping.messages !== undefined)) return [];
    return [[field, fieldValue(field, columnValue(row, column) ?? null)] as const];
  });
  return { ...Object.fromEntries(empty), ...Object.fromEntries(known) };
}

function fieldValue(field: MappedField, value: unknown): unknown {
  if (value === null || value === "") return null;
  if (isNumberField(field)) return asNumber(value) ?? value;
  if (isFlagField(field)) return asFlag(value);
  if (field === "started_at") return momentOf(value)?.at ?? value;
  return value;
}
