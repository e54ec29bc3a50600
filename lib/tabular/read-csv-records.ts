import { cleanText } from "@/lib/formats/clean-strings";
import { type Clean, excerptOf } from "@/lib/formats/excerpt";
import { MAX_RECORD_BYTES, type RawRecord } from "@/lib/formats/raw-record";
import { SNIFF_BYTES } from "@/lib/formats/sniff-bytes";
import { UnreadableFileError } from "@/lib/formats/unreadable-file";
import { byteText, bytesOf, utf8Of } from "@/lib/tabular/byte-text";
import { csvDialect } from "@/lib/tabular/csv-dialect";
import { rowRecord } from "@/lib/tabular/row-record";
import { type CsvPiece, CsvSplitter } from "@/lib/tabular/split-csv";

/**
 * The rows of a table in text as records, a member for each column; see {@link rowRecord} for how
 * cells are understood. The delimiter is found by itself; a byte order mark and blank lines are
 * passed over; line ends may stand inside quotes. A row that does not fit the header, is no UTF-8
 * or has broken quotes is refused by itself. Memory stays near one row. How the bytes are cut into
 * chunks never changes what is read.
 *
 * @throws UnreadableFileError when the header cannot be used
 */
export async function* readCsvRecords(
  chunks: AsyncIterable<Uint8Array>,
  clean?: Clean,
): AsyncGenerator<RawRecord, void, undefined> {
  const table = new Table(clean);
  for await (const piece of piecesOf(chunks)) {
    const record = table.take(piece);
    if (record !== null) yield record;
  }
}

async function* piecesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<CsvPiece> {
  let head = "";
  let splitter: CsvSplitter | null = null;
  for await (const chunk of chunks) {
    if (splitter !== null) {
      yield* splitter.push(chunk);
      continue;
    }
    head += byteText(chunk);
    if (head.length < SNIFF_BYTES) continue;
    splitter = openTable(head);
    yield* splitter.end(true);
  }
  splitter ??= openTable(head);
  yield* splitter.end(false);
}

/** A splitter that has taken in the beginning of the file. */
function openTable(head: string): CsvSplitter {
  const dialect = csvDialect(head.slice(0, SNIFF_BYTES));
  if (dialect === null)
    throw new UnreadableFileError(
      "This is no table: its first line does not name two or more columns that the lines below fit.",
    );
  return new CsvSplitter(dialect, head);
}

class Table {
  private columns: string[] | null = null;
  private ordinal = 0;

  constructor(private readonly clean: Clean | undefined) {}

  /** The record of a row; null for the header. */
  take(piece: CsvPiece): RawRecord | null {
    if (this.columns === null) {
      this.columns = headerOf(piece);
      return null;
    }
    const { line, end: bytesRead } = piece;
    const read = { ordinal: ++this.ordinal, line, bytesRead };
    const cells = piece.cells.map(utf8Of);
    const refusal = refusalOf(piece, cells, this.columns);
    if (refusal !== null) {
      return { ...read, refusal, excerpt: excerptOf(bytesOf(piece.head), this.clean) };
    }
    return { ...read, value: rowRecord(this.columns, cells) };
  }
}

function headerOf(piece: CsvPiece): string[] {
  const names = piece.cells.map(
    (cell, at) => cleanText(utf8Of(cell)?.trim() ?? "") || `column ${at + 1}`,
  );
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (piece.problem !== null || piece.cells.some((cell) => utf8Of(cell) === null))
    throw new UnreadableFileError(
      "The table's first line, its header, cannot be read as UTF-8 text.",
    );
  if (twice !== undefined)
    throw new UnreadableFileError(
      `The table has two columns of the name "${twice.slice(0, 40)}": rename one of them.`,
    );
  return names;
}

function refusalOf(
  { problem, line, lines, cells }: CsvPiece,
  texts: readonly (string | null)[],
  columns: readonly string[],
): string | null {
  if (problem === "too large")
    return `the row is too large: a row may have ${MAX_RECORD_BYTES / 1024 / 1024} MiB (is a quote left open?)`;
  if (problem === "open quote")
    return `a quote is opened and never closed: lines ${line} to ${line + lines - 1} cannot be read`;
  if (problem === "stray quote")
    return "a quoted cell goes on behind its closing quote: double the quotes inside a cell";
  if (cells.length !== columns.length)
    return `the row has ${cells.length} ${cells.length === 1 ? "cell" : "cells"}, the header has ${columns.length}`;
  const wrong = texts.indexOf(null);
  return wrong < 0 ? null : `not UTF-8 in the column "${columns[wrong]}": save the file as UTF-8`;
}
