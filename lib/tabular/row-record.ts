import { cleanStrings, cleanText } from "@/lib/formats/clean-strings";
import { isObject } from "@/lib/formats/is-object";
import { MAX_DEPTH } from "@/lib/formats/raw-record";
import { reaches } from "@/lib/formats/reaches";
import { knownCell } from "@/lib/tabular/known-cells";
import { nestColumns } from "@/lib/tabular/nest-columns";
import { plainValue } from "@/lib/tabular/plain-value";

/** Columns that hold what a model read or wrote: JSON in them may be their very text. */
const TEXT_COLUMNS = new Set(["prompt", "response", "output", "completion", "input", "content"]);
const ANSWER_KEYS = [
  "content",
  "tool_calls",
  "choices",
  "output",
  "object",
  "error",
  "messages",
  "body",
];
/** A spreadsheet's guard against formulas: our own exports write it too. */
const GUARD = /^'(?=[=+\-@\t\r])/u;

/**
 * A row of a table as a record: a member for each column, a column `a.b` as the member b of a. An
 * empty cell is null. Text that is a JSON list or object is opened, but for columns of prompts and
 * answers, where only messages and bodies of requests and answers are: there JSON may be what the
 * model wrote, letter for letter. For columns of known names see {@link knownCell}.
 */
export function rowRecord(
  columns: readonly string[],
  cells: readonly unknown[],
): Record<string, unknown> {
  const members = columns.map((column, at) => [column, cellValue(column, cells[at])] as const);
  return nestColumns(members);
}

function cellValue(column: string, cell: unknown): unknown {
  const value = plainValue(cell);
  if (typeof value !== "string") return cleanStrings(value);
  if (value === "") return null;
  const name = column.slice(column.lastIndexOf(".") + 1);
  const text = cleanText(value.replace(GUARD, ""));
  const known = knownCell(name, text);
  return known === undefined ? opened(name, text) : known;
}

function opened(name: string, text: string): unknown {
  if (!/^\s*[[{]/u.test(text)) return text;
  try {
    const value: unknown = JSON.parse(text);
    if (reaches(value, MAX_DEPTH - 1)) return text;
    if (TEXT_COLUMNS.has(name) && !isBody(value)) return text;
    return cleanStrings(value);
  } catch {
    return text;
  }
}

/** A message, a list of messages, or the body of a request or an answer. */
function isBody(value: unknown): boolean {
  if (Array.isArray(value))
    return value.length > 0 && value.every((item) => isObject(item) && "role" in item);
  if (isObject(value) && "content" in value && "tool_calls" in value) return true;
  return (
    isObject(value) &&
    ANSWER_KEYS.some(
      (key) =>
        isObject(value[key]) || Array.isArray(value[key]) || ("role" in value && key in value),
    )
  );
}
