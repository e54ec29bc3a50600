import { momentOf } from "@/lib/formats/provider/moment";
import { knownCell } from "@/lib/tabular/known-cells";
import type { MappedField } from "@/lib/tabular/mapping";

const COUNTS = new Set<MappedField>([
  "input_tokens",
  "cached_input_tokens",
  "cache_write_tokens",
  "output_tokens",
  "reasoning_tokens",
  "attempt",
]);
const AMOUNTS = new Set<MappedField>(["cost_usd", "latency_ms"]);
const FLAGS = new Set<MappedField>(["correct", "trace_outcome", "human_facing"]);
const LISTS = new Set<MappedField>(["messages"]);
const ANY = new Set<MappedField>(["tool_context", "tools", "response", "error", "prompt"]);

/** The share of values that a field could take, 0 to 1; 1 when there are none to judge by. */
export function fitOf(field: MappedField, values: readonly unknown[]): number {
  if (values.length === 0) return 1;
  return values.filter((value) => fits(field, value)).length / values.length;
}

function fits(field: MappedField, value: unknown): boolean {
  if (ANY.has(field)) return true;
  if (COUNTS.has(field))
    return Number.isSafeInteger(asNumber(value)) && Number(asNumber(value)) >= 0;
  if (AMOUNTS.has(field)) return Number(asNumber(value) ?? -1) >= 0;
  if (FLAGS.has(field)) return value === 0 || value === 1 || typeof asFlag(value) === "boolean";
  if (field === "started_at") return momentOf(value) !== null;
  if (LISTS.has(field)) return Array.isArray(value);
  return typeof value === "string" || Number.isSafeInteger(value);
}

export function asNumber(value: unknown): number | null {
  const read = typeof value === "string" ? knownCell("cost_usd", value) : value;
  return typeof read === "number" ? read : null;
}

export function asFlag(value: unknown): unknown {
  return typeof value === "string" ? knownCell("correct", value) : value;
}

/** Whether a field is a number, and so text of one is read as such. */
export const isNumberField = (field: MappedField): boolean =>
  COUNTS.has(field) || AMOUNTS.has(field);

export const isFlagField = (field: MappedField): boolean => FLAGS.has(field);
