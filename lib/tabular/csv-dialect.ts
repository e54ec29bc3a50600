import Papa from "papaparse";
import { byteText } from "@/lib/tabular/byte-text";
import { parseCsv } from "@/lib/tabular/parse-csv";

/** How a table in text is written. */
export type CsvDialect = {
  delimiter: string;
  newline: "\n" | "\r";
  /** Characters before the header: a byte order mark, blank lines, a line `sep=;`. */
  skip: number;
};

const DELIMITERS = [",", ";", "\t", "|"];
const BYTE_ORDER_MARK = byteText(Uint8Array.of(0xef, 0xbb, 0xbf));
const ROWS = 50;
const NAME_LENGTH = 100;
/** Of a table's first rows at least this share fits the header. */
const FITTING = 0.3;

/**
 * How a table is written, from the byte text of its beginning: the delimiter that cuts most rows
 * into as many cells as the header has, of equals the one with more columns. Null when the text is
 * no table: its header has fewer than two names, or too few rows fit it.
 */
export function csvDialect(head: string): CsvDialect | null {
  const { skip, told } = prologue(head);
  const text = head.slice(skip);
  const newline = text.includes("\n") ? "\n" : "\r";
  const [, second = ""] = text.split(newline, 2);
  if (/^\s*[[{]/u.test(second)) return null;
  const found = (told === null ? DELIMITERS : [told])
    .map((delimiter) => ({ delimiter, ...fit(text, delimiter, newline) }))
    .filter(({ columns, share }) => columns > 1 && share >= FITTING)
    .toSorted((a, b) => b.share - a.share || b.columns - a.columns);
  const [best] = found;
  return best === undefined ? null : { delimiter: best.delimiter, newline, skip };
}

function prologue(head: string): { skip: number; told: string | null } {
  const mark = head.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
  const match = /^\s*sep=(.)\r?\n/u.exec(head.slice(mark));
  const told = match?.[1] ?? null;
  const rest = mark + (match?.[0].length ?? 0);
  const blank = /^[\r\n ]*(?=[^\r\n ])/u.exec(head.slice(rest))?.[0].length ?? 0;
  const isTold = told !== null && !Papa.BAD_DELIMITERS.includes(told);
  return { skip: rest + blank, told: isTold ? told : null };
}

/** How many columns the header has, and the share of the rows after it that have as many cells. */
function fit(text: string, delimiter: string, newline: CsvDialect["newline"]) {
  const all = parseCsv(text, { delimiter, newline }, true, ROWS).map(({ cells }) => cells);
  const whole =
    all.length > 0 ? all : parseCsv(text, { delimiter, newline }, false, 1).map((row) => row.cells);
  const [header = [], ...rows] = whole.filter((cells) => cells.some((cell) => cell.trim() !== ""));
  const isNamed = header.every((cell) => cell.length <= NAME_LENGTH && !/^\s*[[{]/u.test(cell));
  const fitting = rows.filter((cells) => cells.length === header.length);
  const share = rows.length === 0 ? 1 : fitting.length / rows.length;
  return { columns: isNamed ? header.length : 0, share };
}
