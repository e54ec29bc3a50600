import { isObject } from "@/lib/formats/is-object";
import type { RawRecord } from "@/lib/formats/raw-record";
import { formatCounted } from "@/lib/display/count";
import { sharedColumns, tableColumns } from "./table-columns";

const KEYS_SHOWN = 12;

/**
 * Why the first records of a JSON file are no rows of one table; null when they are: objects that
 * share at least one key. Says what was seen, and how many of each.
 */
export function mixedContent(first: readonly RawRecord[]): string | null {
  const values = first.flatMap((raw) => (raw.refusal === undefined ? [raw.value] : []));
  const rows = values.filter(isObject);
  const kinds = [
    ["object", rows.length],
    ["list", values.filter((value) => Array.isArray(value)).length],
    ["text", values.filter((value) => typeof value === "string").length],
    ["other value", values.filter(isOther).length],
    ["record that is no JSON", first.length - values.length, "records that are no JSON"],
  ] as const;
  const present = kinds.filter(([, count]) => count > 0);
  const isOfOneKind = rows.length === values.length && values.length * 2 > first.length;
  if (isOfOneKind && sharedColumns(rows).length > 0) return null;
  const seen = present.map(([one, count, many]) => formatCounted(count, one, many)).join(", ");
  const keys = tableColumns(rows).map((key) => Array.from(key).slice(0, 40).join(""));
  const more = keys.length > KEYS_SHOWN ? ` and ${keys.length - KEYS_SHOWN} more` : "";
  const named = keys.slice(0, KEYS_SHOWN).join(", ") + more;
  const noKey = rows.length > 1 && sharedColumns(rows).length === 0 ? ", which share no key," : "";
  const objects = rows.length === 0 ? "" : ` The objects${noKey} have the keys ${named}.`;
  const what = rows.length === 0 ? "No objects" : "Mixed content";
  return `${what} in the first ${formatCounted(first.length, "record")}: ${seen}.${objects} Nothing was imported. Send records of one kind in one file.`;
}

const isOther = (value: unknown): boolean =>
  value === null || (typeof value !== "object" && typeof value !== "string");
