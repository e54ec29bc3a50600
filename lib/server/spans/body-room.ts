import type { Result } from "@/lib/result";
import { holdBack } from "@/lib/server/request-flow";
import { PATIENCE, type Patience, readBody, readSent } from "./read-body";
import { type Body, MAX_BODY_BYTES, type Packing, unpackBody, unpackedSize } from "./unpack-body";

/** So many bytes of bodies, unpacked, are worked on at once; others wait for their turn. */
const ROOM = MAX_BODY_BYTES;
/** So many bytes of packed bodies, as sent, are read or wait for that. */
const PACKED_ROOM = 16 * 1024 * 1024;
/** What a body is taken for that does not say how large it is. */
const UNSAID = { whole: 8 * 1024 * 1024, packed: 1024 * 1024 };

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

type Rooms = { whole: Room; packed: Room };

const ROOMS: Rooms = { whole: new Room(ROOM), packed: new Room(PACKED_ROOM) };

/** A body whose turn it is. */
export type Entered = {
  /** Asked once: what it was read from is let go. */
  read: () => Promise<Result<Body>>;
  /** To be called once it is stored. */
  leave: () => void;
};

/**
 * Waits until the body of a request may be worked on. Until then it is unread, and its sender held
 * back; a packed one is read as it was sent, for only its end says how much it unpacks to.
 */
export function enterRoom(
  request: Request,
  encoding: Packing | "",
  patience: Patience = PATIENCE,
  rooms: Rooms = ROOMS,
): Promise<Entered> {
  return encoding === ""
    ? enterUnread(request, patience, rooms)
    : enterPacked(request, encoding, patience, rooms);
}

async function enterUnread(request: Request, patience: Patience, { whole }: Rooms) {
  const leave = await enterHeld(request, whole, UNSAID.whole);
  return { read: () => readBody(request, patience), leave };
}

async function enterPacked(
  request: Request,
  packing: Packing,
  patience: Patience,
  { whole, packed }: Rooms,
): Promise<Entered> {
  const leavePacked = await enterHeld(request, packed, UNSAID.packed);
  try {
    const sent = await readSent(request, patience);
    if (!sent.ok) return { read: () => Promise.resolve(sent), leave: () => undefined };
    const leave = await whole.enter(unpackedSize(packing, sent.value));
    return { read: unpackOnce(packing, sent.value), leave };
  } finally {
    leavePacked();
  }
}

function unpackOnce(packing: Packing, sent: Buffer): Entered["read"] {
  const held = [sent];
  return () => unpackBody(packing, held.pop() ?? Buffer.alloc(0));
}

/** Enters with the size that a request says its body has, its sender held back for so long. */
async function enterHeld(request: Request, room: Room, unsaid: number): Promise<() => void> {
  const said = Number(request.headers.get("content-length") ?? Number.NaN);
  const letGo = holdBack(request);
  try {
    return await room.enter(Number.isFinite(said) && said >= 0 ? said : unsaid);
  } finally {
    letGo();
  }
}
