import { MAX_DEPTH } from "@/lib/formats/raw-record";

const [LINE_FEED, QUOTE, COMMA, COLON, BACKSLASH] = [10, 34, 44, 58, 92];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [91, 93, 123, 125];

/** Follows the strings and brackets of one JSON value, byte by byte. */
export class Nesting {
  inString = false;
  tooDeep = false;
  private escaped = false;
  /** The last byte outside strings that was no white space. */
  private last = 0;
  private atLineStart = false;
  private depth = 0;
  private readonly stack = new Uint8Array(MAX_DEPTH);

  clear(): void {
    this.inString = this.tooDeep = this.escaped = this.atLineStart = false;
    this.last = 0;
    this.depth = 0;
  }

  /** Takes in bytes inside a string; answers where it stopped: behind it, or at the chunk's end. */
  passString(chunk: Uint8Array, from: number): number {
    let at = from;
    if (this.escaped && at < chunk.length) {
      this.escaped = false;
      if (chunk[at] !== LINE_FEED) at++;
    }
    for (; at < chunk.length; at++) {
      const byte = chunk[at];
      if (byte === QUOTE) {
        this.inString = false;
        return at + 1;
      }
      if (byte === LINE_FEED) {
        this.inString = false;
        return at;
      }
      if (byte !== BACKSLASH) continue;
      if (at + 1 === chunk.length) this.escaped = true;
      else if (chunk[at + 1] !== LINE_FEED) at++;
    }
    return at;
  }

  /** Takes in a byte outside strings. */
  step(byte: number, inArray: boolean): "on" | "ends here" | "ended before" {
    if (byte <= 32) {
      if (byte === LINE_FEED) this.atLineStart = true;
      return "on";
    }
    const { last, atLineStart } = this;
    this.last = byte;
    this.atLineStart = false;
    if (byte === QUOTE) this.inString = true;
    else if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
      const misplaced = last === COMMA || (atLineStart && last !== COLON);
      if (byte === OPEN_OBJECT && misplaced && this.top() === OPEN_OBJECT) return "ended before";
      this.open(byte);
    } else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) return this.close(byte, inArray);
    return "on";
  }

  private open(byte: number): void {
    if (this.depth < MAX_DEPTH) this.stack[this.depth] = byte;
    else this.tooDeep = true;
    this.depth++;
  }

  private close(byte: number, inArray: boolean): "on" | "ends here" | "ended before" {
    if (this.depth === 0) return "on";
    if (this.depth > MAX_DEPTH) {
      this.depth--;
      return "on";
    }
    const at = this.stack.lastIndexOf(
      byte === CLOSE_OBJECT ? OPEN_OBJECT : OPEN_LIST,
      this.depth - 1,
    );
    if (at < 0) return byte === CLOSE_LIST && inArray ? "ended before" : "on";
    this.depth = at;
    return at === 0 ? "ends here" : "on";
  }

  private top(): number | undefined {
    return this.depth > MAX_DEPTH ? undefined : this.stack[this.depth - 1];
  }
}

/** Whether the text of one JSON value is nested deeper than {@link MAX_DEPTH}. */
export function isTooDeep(bytes: Uint8Array): boolean {
  const nesting = new Nesting();
  let at = 0;
  while (at < bytes.length && !nesting.tooDeep) {
    if (nesting.inString) at = nesting.passString(bytes, at);
    else nesting.step(bytes[at++] ?? 0, false);
  }
  return nesting.tooDeep;
}
