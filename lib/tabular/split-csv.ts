import { MAX_RECORD_BYTES } from "@/lib/formats/raw-record";
import { byteText } from "@/lib/tabular/byte-text";
import type { CsvDialect } from "@/lib/tabular/csv-dialect";
import { parseCsv } from "@/lib/tabular/parse-csv";

/** One row of the file, cut out and not yet understood. */
export type CsvPiece = {
  /** The line on which it begins; 1 for the first. */
  line: number;
  /** Bytes of the file up to its end. */
  end: number;
  cells: string[];
  /** Byte text of its beginning, enough for an excerpt. */
  head: string;
  problem: "open quote" | "stray quote" | "too large" | null;
  /** How many lines it takes. */
  lines: number;
};

const PARSE_AT = 64 * 1024;
const HEAD = 8 * 1024;

/** Cuts the bytes of a table into rows. How they are cut into chunks changes nothing. */
export class CsvSplitter {
  private text: string;
  private offset = 0;
  private line = 1;
  private parseAt = PARSE_AT;
  private skipping = false;

  /** @param head byte text of the file's beginning */
  constructor(
    private readonly dialect: CsvDialect,
    head: string,
  ) {
    this.pass(head.slice(0, dialect.skip));
    this.text = head.slice(dialect.skip);
  }

  *push(chunk: Uint8Array): Generator<CsvPiece> {
    this.text += byteText(chunk);
    if (this.text.length >= this.parseAt) yield* this.cut(true);
  }

  /** What has been taken in so far, or, when nothing follows, all the rest. */
  *end(open: boolean): Generator<CsvPiece> {
    yield* this.cut(open);
  }

  private *cut(open: boolean): Generator<CsvPiece> {
    if (this.skipping && !this.passRest()) return;
    let from = 0;
    for (const row of parseCsv(this.text, this.dialect, open)) {
      const raw = this.text.slice(from, row.end);
      from = row.end;
      const isLarge = raw.length > MAX_RECORD_BYTES;
      const piece = this.piece(raw, row.cells, isLarge ? "too large" : row.problem);
      const isBlank = row.cells.length === 1 && row.cells[0]?.trim() === "";
      if (!isBlank) yield piece;
    }
    this.text = this.text.slice(from);
    this.parseAt = Math.max(PARSE_AT, this.text.length * 2);
    if (open && this.text.length > MAX_RECORD_BYTES) yield this.giveUp();
  }

  /** A row of which no end is in sight: reading goes on behind the next line end. */
  private giveUp(): CsvPiece {
    const piece = this.piece(this.text.slice(0, MAX_RECORD_BYTES), [], "too large");
    this.text = this.text.slice(MAX_RECORD_BYTES);
    this.skipping = true;
    this.parseAt = PARSE_AT;
    return piece;
  }

  /** Passes over the rest of a line; whether its end was found. */
  private passRest(): boolean {
    const at = this.text.indexOf(this.dialect.newline);
    const rest = at < 0 ? this.text : this.text.slice(0, at + 1);
    this.pass(rest);
    this.text = this.text.slice(rest.length);
    this.skipping = at < 0;
    return at >= 0;
  }

  private piece(raw: string, cells: string[], problem: CsvPiece["problem"]): CsvPiece {
    const line = this.line;
    this.pass(raw);
    const lines = Math.max(1, this.line - line);
    return { line, end: this.offset, cells, head: raw.slice(0, HEAD), problem, lines };
  }

  private pass(text: string): void {
    this.offset += text.length;
    this.line += this.countLines(text);
  }

  private countLines(text: string): number {
    const { newline } = this.dialect;
    let lines = 0;
    for (let at = text.indexOf(newline); at >= 0; at = text.indexOf(newline, at + 1)) lines++;
    return lines;
  }
}
