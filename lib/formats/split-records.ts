import { findJsonError } from "@/lib/formats/json-error";
import { concat, type Piece, type Splitter } from "@/lib/formats/piece";
import { MAX_RECORD_BYTES } from "@/lib/formats/raw-record";
import { LineSplitter } from "@/lib/formats/split-lines";
import { ValueSplitter } from "@/lib/formats/split-values";

const LINE_FEED = 10;

/**
 * Cuts a file into the pieces that are its records. How is decided by its beginning: `[` opens an
 * array; a first line that is an unfinished object, with no whole object on the next line, opens
 * documents spread over lines; all else is read line by line.
 */
export class RecordSplitter {
  bytesRead = 0;
  private splitter: Splitter | null = null;
  private head: Uint8Array[] = [];
  private headSize = 0;
  private line = 1;
  private offset = 0;

  *push(chunk: Uint8Array): Generator<Piece> {
    this.bytesRead += chunk.length;
    if (this.splitter !== null) {
      yield* this.splitter.push(chunk);
      return;
    }
    this.head.push(chunk);
    this.headSize += chunk.length;
    const telling =
      this.head.length === 1 || this.headSize > MAX_RECORD_BYTES || chunk.includes(LINE_FEED);
    if (telling || this.headSize < 64) yield* this.open(false);
  }

  *end(): Generator<Piece> {
    if (this.splitter === null) yield* this.open(true);
    if (this.splitter !== null) yield* this.splitter.end();
  }

  /** Settles on a way to cut, if the bytes seen so far suffice for that. */
  private *open(ended: boolean): Generator<Piece> {
    let head = concat(this.head);
    if (this.offset === 0 && head[0] === 0xef && head.length < 3 && !ended) return;
    if (this.offset === 0 && head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf)
      head = this.drop(head, 3);
    const blank = head.findIndex((byte) => byte !== 32 && (byte < 9 || byte > 13));
    head = this.drop(head, blank < 0 ? head.length : blank);
    this.head = head.length === 0 ? [] : [head];
    this.headSize = head.length;
    const shape = head.length === 0 ? null : shapeOf(head, ended);
    if (shape === null) return;
    this.head = [];
    const Chosen = shape === "lines" ? LineSplitter : ValueSplitter;
    this.splitter = new Chosen(this.line, this.offset);
    yield* this.splitter.push(head);
  }

  private drop(head: Uint8Array, count: number): Uint8Array {
    this.offset += count;
    for (let at = 0; at < count; at++) if (head[at] === LINE_FEED) this.line++;
    return head.subarray(count);
  }
}

function shapeOf(head: Uint8Array, ended: boolean): "lines" | "values" | null {
  if (head[0] === 91) return "values";
  if (head[0] !== 123) return "lines";
  const undecided = ended || head.length > MAX_RECORD_BYTES ? "lines" : null;
  const first = head.indexOf(LINE_FEED);
  if (first < 0) return undecided;
  const line = textOf(head.subarray(0, first)).trimEnd();
  if (findJsonError(line) !== line.length) return "lines";
  const rest = head.subarray(first + 1);
  const from = rest.findIndex((byte) => byte !== 32 && (byte < 9 || byte > 13));
  if (from < 0) return undecided;
  const next = rest.indexOf(LINE_FEED, from);
  if (next < 0 && !ended) return undecided;
  const second = textOf(rest.subarray(from, next < 0 ? undefined : next)).trimEnd();
  return second.startsWith("{") && findJsonError(second) < 0 ? "lines" : "values";
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
