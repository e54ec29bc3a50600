import type { RowId } from "@/lib/ids";

const FIRST_SLOTS = 1024;
/** 12 bytes each: 48 MB at most, for some three million records that differ. */
const MOST_SLOTS = 4 * 1024 * 1024;
const MOST_FILLED = 0.75;

/**
 * Counts how often each digest has come, in arrays instead of a map of texts: 64 bits of the digest
 * and a count. Records that share 64 bits are counted as one, which in practice none do. When it
 * is full it grows no more, and what is new is counted by its place alone: the same file in the
 * same order still gives the same numbers.
 */
export class Occurrences {
  #slots: number;
  #filled = 0;
  #low: Uint32Array;
  #high: Uint32Array;
  #counts: Uint32Array;

  constructor(
    slots = FIRST_SLOTS,
    readonly mostSlots = MOST_SLOTS,
  ) {
    this.#slots = slots;
    this.#low = new Uint32Array(slots);
    this.#high = new Uint32Array(slots);
    this.#counts = new Uint32Array(slots);
  }

  /** How often this digest came before. */
  next(digest: RowId): number {
    const [low, high] = [part(digest.slice(0, 8)), part(digest.slice(-8))];
    const found = this.#find(low, high);
    // a table that may grow no more counts what is new where it would first be looked for
    const isNew = (this.#counts[found] ?? 0) === 0;
    const slot = isNew && this.#isFull ? low % this.#slots : found;
    const before = this.#counts[slot] ?? 0;
    if (isNew && this.#isFull) this.#counts[slot] = before + 1;
    else this.#put(slot, low, high, before + 1);
    if (this.#isFull && this.#slots < this.mostSlots) this.#grow();
    return before;
  }

  get #isFull(): boolean {
    return this.#filled >= this.#slots * MOST_FILLED;
  }

  /** Its slot, or the free one where it belongs. */
  #find(low: number, high: number): number {
    let slot = low % this.#slots;
    while ((this.#counts[slot] ?? 0) > 0) {
      if (this.#low[slot] === low && this.#high[slot] === high) return slot;
      slot = (slot + 1) % this.#slots;
    }
    return slot;
  }

  #put(slot: number, low: number, high: number, count: number): void {
    if ((this.#counts[slot] ?? 0) === 0) this.#filled += 1;
    this.#low[slot] = low;
    this.#high[slot] = high;
    this.#counts[slot] = count;
  }

  #grow(): void {
    const [low, high, counts] = [this.#low, this.#high, this.#counts];
    this.#slots *= 2;
    this.#filled = 0;
    this.#low = new Uint32Array(this.#slots);
    this.#high = new Uint32Array(this.#slots);
    this.#counts = new Uint32Array(this.#slots);
    for (const [at, count] of counts.entries()) {
      if (count === 0) continue;
      const [l, h] = [low[at] ?? 0, high[at] ?? 0];
      this.#put(this.#find(l, h), l, h, count);
    }
  }
}

const part = (hex: string): number => Number.parseInt(hex, 16);
