import { type CsvCell, csvLine } from "@/lib/csv/csv-line";
import { streamText } from "@/lib/server/stream-text";

/** A flat row; a list of words is one cell. */
export type FlatRow = Record<string, CsvCell | readonly string[]>;

/** The scope of a file: in words in a column of its CSV, as it is in its JSON. */
type FileScope = { readonly text: string } & Readonly<Record<string, unknown>>;

/** Rows as one file: CSV with a header line, or JSON as `{scope?, rows, next_cursor: null}`. */
export function streamRows<Row extends FlatRow>(
  pages: AsyncGenerator<Row[]>,
  columns: readonly (keyof Row & string)[],
  { name, format, scope }: { name: string; format: "csv" | "json"; scope?: FileScope },
): Response {
  if (format === "json") {
    return streamText(jsonOf(pages, scope), { contentType: "application/json; charset=utf-8" });
  }
  const csv = scope
    ? csvOf<FlatRow>(scoped(pages, scope.text), [...columns, "scope"])
    : csvOf(pages, columns);
  return streamText(csv, { contentType: "text/csv; charset=utf-8", fileName: `${name}.csv` });
}

async function* scoped(pages: AsyncGenerator<FlatRow[]>, scope: string) {
  for await (const rows of pages) yield rows.map((row) => ({ ...row, scope }));
}

/** The answer of the API to one page: `{rows, next_cursor}`, or CSV with the cursor in a header. */
export function answerRows<Row extends FlatRow>(
  rows: readonly Row[],
  columns: readonly (keyof Row & string)[],
  { next, format }: { next: string | null; format: "csv" | "json" },
): Response {
  if (format === "json") return Response.json({ rows, next_cursor: next });
  return new Response(csvLine(columns) + csvLines(rows, columns), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      ...(next === null ? {} : { "x-next-cursor": next }),
    },
  });
}

const csvLines = <Row extends FlatRow>(
  rows: readonly Row[],
  columns: readonly (keyof Row & string)[],
) => rows.map((row) => csvLine(columns.map((column) => cellOf(row[column] ?? null)))).join("");

const cellOf = (value: CsvCell | readonly string[]): CsvCell =>
  typeof value === "object" && value !== null ? value.join(" ") : value;

async function* csvOf<Row extends FlatRow>(
  pages: AsyncGenerator<Row[]>,
  columns: readonly (keyof Row & string)[],
): AsyncGenerator<string> {
  yield csvLine(columns);
  for await (const rows of pages) yield csvLines(rows, columns);
}

async function* jsonOf(
  pages: AsyncGenerator<FlatRow[]>,
  scope: FileScope | undefined,
): AsyncGenerator<string> {
  yield scope ? `{"scope":${JSON.stringify(scope)},"rows":[` : '{"rows":[';
  let separator = "";
  for await (const rows of pages) {
    if (rows.length === 0) continue;
    yield separator + rows.map((row) => JSON.stringify(row)).join(",\n");
    separator = ",\n";
  }
  yield '],"next_cursor":null}';
}
