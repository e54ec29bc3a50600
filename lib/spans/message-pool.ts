import type { Message } from "@/lib/calls/call";
import type { SpanRecord } from "@/lib/spans/span";

/** Texts remembered, in UTF-16 units. */
const ROOM = 8_000_000;

/**
 * Gives equal messages of many spans as one object, as far as a bounded memory reaches. Each call of
 * an agent quotes all messages before it: what is known of a message (what was redacted in it, its
 * digest) is known by identity, and is then found once a message and not once a quotation.
 */
export class MessagePool {
  readonly #known = new Map<string, Message>();
  /** All that this pool gave out: sharing again costs nothing. */
  readonly #given = new WeakSet<Message>();
  #room = ROOM;

  /** The span with the pool's messages in place of its own. */
  share(span: SpanRecord): SpanRecord {
    const { call, pieces } = span;
    if (call === null && pieces.length === 0) return span;
    return {
      ...span,
      call: call && {
        ...call,
        messages: call.messages && call.messages.map((message) => this.#one(message)),
        response: call.response && this.#one(call.response),
      },
      pieces: pieces.map((piece) => ({ ...piece, message: this.#one(piece.message) })),
    };
  }

  #one(message: Message): Message {
    if (this.#given.has(message)) return message;
    const text = JSON.stringify(message);
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    if (this.#room < text.length) {
      this.#known.clear();
      this.#room = ROOM;
    }
    if (text.length <= this.#room) {
      this.#known.set(text, message);
      this.#room -= text.length;
    }
    this.#given.add(message);
    return message;
  }
}
