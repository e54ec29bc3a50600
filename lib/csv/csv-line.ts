/** What a cell of a CSV file holds; null is unknown, and an empty cell. */
export type CsvCell = string | number | boolean | null;

/** Text that begins with one of these is a formula to a spreadsheet. */
const FORMULA = /^[=+\-@\t\r]/u;

/**
 * One line of a CSV file (RFC 4180), with its line end. Text that a spreadsheet would run as a
 * formula gets an apostrophe before it; numbers stay numbers, negative ones too.
 */
export function csvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

function csvCell(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  const harmless = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
