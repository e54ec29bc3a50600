import { PieceBuffer, type Piece, type Splitter } from "@/lib/formats/piece";

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** One record per line; LF or CRLF; blank lines are no records. */
export class LineSplitter implements Splitter {
  private readonly buffer = new PieceBuffer();

  constructor(
    private line: number,
    private offset: number,
  ) {}

  *push(chunk: Uint8Array): Generator<Piece> {
    let from = 0;
    for (;;) {
      const at = chunk.indexOf(LINE_FEED, from);
      if (at < 0) break;
      this.buffer.add(chunk.subarray(from, at));
      yield* this.close(false);
      from = at + 1;
    }
    this.buffer.add(chunk.subarray(from));
  }

  *end(): Generator<Piece> {
    yield* this.close(true);
  }

  private *close(final: boolean): Generator<Piece> {
    const { size } = this.buffer;
    const { bytes, head } = this.buffer.take();
    const { line, offset } = this;
    this.line++;
    this.offset += size + 1;
    if (bytes !== null && isBlank(bytes)) return;
    const ended = bytes?.at(-1) === CARRIAGE_RETURN ? bytes.subarray(0, -1) : bytes;
    yield { line, offset, bytes: ended, head, final, tooDeep: false };
  }
}

export function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 32 || (byte >= 9 && byte <= 13));
}
