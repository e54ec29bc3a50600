import { isObject } from "@/lib/formats/is-object";

/** The value of a column in a record that {@link rowRecord} made; `a.b` may lie inside `a`. */
export function columnValue(record: Readonly<Record<string, unknown>>, column: string): unknown {
  if (Object.hasOwn(record, column)) return record[column];
  for (let at = column.indexOf("."); at >= 0; at = column.indexOf(".", at + 1)) {
    const inner = record[column.slice(0, at)];
    if (!isObject(inner)) continue;
    const found = columnValue(inner, column.slice(at + 1));
    if (found !== undefined) return found;
  }
  return undefined;
}
