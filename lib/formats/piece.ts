import { MAX_RECORD_BYTES } from "@/lib/formats/raw-record";

/** The bytes of one record, cut out of the file and not yet understood. */
export type Piece = {
  /** The line on which it begins; 1 for the first. */
  line: number;
  /** Where it begins, in bytes from the start of the file. */
  offset: number;
  /** Null when it is larger than {@link MAX_RECORD_BYTES}. */
  bytes: Uint8Array | null;
  /** Its beginning, enough for an excerpt. */
  head: Uint8Array;
  /** Whether the file ended before the record did (for a line: before the line's end). */
  final: boolean;
  /** Known to be nested deeper than allowed. */
  tooDeep: boolean;
};

/** Something that cuts a stream of bytes into pieces. */
export type Splitter = {
  push(chunk: Uint8Array): Iterable<Piece>;
  end(): Iterable<Piece>;
};

const HEAD_BYTES = 8 * 1024;

/** Gathers the bytes of one piece; lets go of them as soon as it is too large. */
export class PieceBuffer {
  private parts: Uint8Array[] = [];
  private head: Uint8Array = new Uint8Array(0);
  size = 0;

  add(part: Uint8Array): void {
    if (part.length === 0) return;
    if (this.head.length < HEAD_BYTES)
      this.head = concat([this.head, part.subarray(0, HEAD_BYTES - this.head.length)]);
    this.size += part.length;
    if (this.size <= MAX_RECORD_BYTES) this.parts.push(part);
    else this.parts = [];
  }

  /** Hands over what was gathered and begins anew. */
  take(): Pick<Piece, "bytes" | "head"> {
    const bytes = this.size > MAX_RECORD_BYTES ? null : concat(this.parts);
    const { head } = this;
    this.parts = [];
    this.head = new Uint8Array(0);
    this.size = 0;
    return { bytes, head };
  }
}

export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
