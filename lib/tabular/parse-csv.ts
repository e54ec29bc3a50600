import Papa from "papaparse";

export type CsvRow = {
  /** Byte text of each cell. */
  cells: string[];
  /** Where the row ends in the text, its line end included. */
  end: number;
  problem: "open quote" | "stray quote" | null;
};

/**
 * Cuts byte text into rows and cells (RFC 4180, quoted line ends too).
 *
 * @param open the text goes on: its last row, which may be unfinished, is left
 */
export function parseCsv(
  text: string,
  dialect: { delimiter: string; newline: "\n" | "\r" },
  open: boolean,
  most = Number.POSITIVE_INFINITY,
): CsvRow[] {
  const rows: CsvRow[] = [];
  let start = 0;
  const parser = new Papa.Parser({
    ...dialect,
    fastMode: false,
    step: ({ data, errors, meta }: Papa.ParseStepResult<string[][]>) => {
      const cells = withoutReturn(data[0] ?? [], text, start, meta.cursor);
      start = meta.cursor;
      const codes = errors.map(({ code }) => code);
      const problem = codes.includes("MissingQuotes") ? "open quote" : "stray quote";
      rows.push({ cells, end: meta.cursor, problem: codes.length === 0 ? null : problem });
      if (rows.length >= most) parser.abort();
    },
  });
  parser.parse(text, 0, open);
  return rows;
}

/** Takes the carriage return of a line end off the last cell, where it is not within quotes. */
function withoutReturn(cells: string[], text: string, start: number, end: number): string[] {
  const last = cells.at(-1);
  if (!last?.endsWith("\r") || end - start < 2 || !text.startsWith("\r\n", end - 2)) return cells;
  if (text[end - 3] === '"' && last.at(-2) !== '"') return cells;
  return [...cells.slice(0, -1), last.slice(0, -1)];
}
