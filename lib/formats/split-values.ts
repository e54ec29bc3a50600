import { Nesting } from "@/lib/formats/nesting";
import { PieceBuffer, type Piece, type Splitter } from "@/lib/formats/piece";

const [LINE_FEED, QUOTE, COMMA, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT] = [10, 34, 44, 91, 93, 123];

/**
 * JSON values one after the other, the elements of a top-level array counting each as one. The
 * scanner follows strings and brackets only, and finds its way again behind a broken element:
 * a bracket closes the nearest one of its kind, a raw line end closes a string (JSON has none
 * inside strings), and a brace directly inside an object that follows a comma or begins a line (in
 * JSON it follows a colon) begins a new record.
 */
export class ValueSplitter implements Splitter {
  private readonly buffer = new PieceBuffer();
  private readonly nesting = new Nesting();
  private state: "between" | "nested" | "loose" = "between";
  private inArray = false;
  private arrayStart = { line: 0, offset: 0 };
  private start = { line: 0, offset: 0 };
  private ready = false;

  constructor(
    private line: number,
    private offset: number,
  ) {}

  *push(chunk: Uint8Array): Generator<Piece> {
    let at = 0;
    while (at < chunk.length) {
      const from = at;
      if (this.state === "between") at = this.skip(chunk, at);
      else {
        at = this.state === "nested" ? this.scanNested(chunk, at) : this.scanLoose(chunk, at);
        this.buffer.add(chunk.subarray(from, at));
      }
      this.offset += at - from;
      if (this.ready) yield this.take(false);
    }
  }

  *end(): Generator<Piece> {
    if (this.state !== "between") yield this.take(true);
    else if (this.inArray) {
      this.start = this.arrayStart;
      yield this.take(true);
    }
  }

  private take(final: boolean): Piece {
    const piece = { ...this.start, ...this.buffer.take(), final, tooDeep: this.nesting.tooDeep };
    this.nesting.clear();
    this.state = "between";
    this.ready = false;
    return piece;
  }

  /** White space, commas and the brackets of the array itself; stops where an element begins. */
  private skip(chunk: Uint8Array, from: number): number {
    for (let at = from; at < chunk.length; at++) {
      const byte = chunk[at] ?? 0;
      if (byte === LINE_FEED) this.line++;
      else if (byte === 32 || (byte >= 9 && byte <= 13)) continue;
      else if (this.inArray && byte === COMMA) continue;
      else if (this.inArray && byte === CLOSE_LIST) this.inArray = false;
      else if (!this.inArray && byte === OPEN_LIST) {
        this.inArray = true;
        this.arrayStart = { line: this.line, offset: this.offset + at - from };
      } else {
        this.state = byte === OPEN_OBJECT || byte === OPEN_LIST ? "nested" : "loose";
        this.start = { line: this.line, offset: this.offset + at - from };
        return at;
      }
    }
    return chunk.length;
  }

  private scanNested(chunk: Uint8Array, from: number): number {
    const { nesting } = this;
    let at = from;
    while (at < chunk.length) {
      if (nesting.inString) {
        at = nesting.passString(chunk, at);
        continue;
      }
      const byte = chunk[at] ?? 0;
      if (byte === LINE_FEED) this.line++;
      const verdict = nesting.step(byte, this.inArray);
      if (verdict !== "on") {
        this.ready = true;
        return verdict === "ends here" ? at + 1 : at;
      }
      at++;
    }
    return at;
  }

  /** A number, a word or rubbish: to the next comma or bracket in an array, else to the line's end. */
  private scanLoose(chunk: Uint8Array, from: number): number {
    const { nesting } = this;
    let at = from;
    while (at < chunk.length) {
      if (nesting.inString) {
        at = nesting.passString(chunk, at);
        continue;
      }
      const byte = chunk[at] ?? 0;
      const stops = this.inArray && (byte === COMMA || byte === CLOSE_LIST || byte === OPEN_OBJECT);
      if (byte === LINE_FEED || stops) {
        this.ready = true;
        return at;
      }
      if (byte === QUOTE && this.inArray) nesting.step(byte, true);
      at++;
    }
    return at;
  }
}
