import { encodingOf, MAX_BODY_BYTES } from "./read-body";

/** So many bytes of bodies, unpacked, are worked on at once; others wait unread for their turn. */
const ROOM = MAX_BODY_BYTES;
/** How often its size a packed body is taken to unpack to. */
const PACKED = 10;
/** What a body is taken for that does not say how large it is. */
const UNSAID = 8 * 1024 * 1024;

/** Room for so many bytes, given out in the order in which it was asked for. */
export class Room {
  #free: number;
  readonly #waiting: { bytes: number; enter: () => void }[] = [];

  constructor(readonly size: number) {
    this.#free = size;
  }

  /** Waits until there is room; whoever entered calls what this answers once done. */
  async enter(asked: number): Promise<() => void> {
    const bytes = Math.min(asked, this.size);
    if (this.#waiting.length > 0 || bytes > this.#free) {
      await new Promise<void>((enter) => this.#waiting.push({ bytes, enter }));
    } else this.#free -= bytes;
    return () => this.#leave(bytes);
  }

  #leave(bytes: number): void {
    this.#free += bytes;
    for (;;) {
      const [next] = this.#waiting;
      if (next === undefined || next.bytes > this.#free) return;
      this.#waiting.shift();
      this.#free -= next.bytes;
      next.enter();
    }
  }
}

const room = new Room(ROOM);

/** Waits until the body of such a request may be read; call what this answers once it is stored. */
export function enterRoom(headers: Headers): Promise<() => void> {
  const said = Number(headers.get("content-length") ?? Number.NaN);
  const sent = Number.isFinite(said) && said >= 0 ? said : UNSAID;
  return room.enter(encodingOf(headers) === "" ? sent : sent * PACKED);
}
