import { createHash } from "node:crypto";
import type { Redacted } from "@/lib/curation/redact/redact-text";

/** What an entry costs beside its text: key, counts, and the map's own. */
const ENTRY_BYTES = 200;

/**
 * Remembers the outcome of redacting a text, so that a growing conversation has each message
 * looked at once. Keyed by digest, and unchanged texts are not kept: no raw text stays in memory.
 * Bounded: when it is full the older half is forgotten.
 */
export class RedactedTexts {
  #recent = new Map<string, Redacted | null>();
  #older = new Map<string, Redacted | null>();
  #bytes = 0;
  constructor(readonly limit = 16 * 1024 * 1024) {}

  remember(text: string, redact: () => Redacted): Redacted {
    const key = createHash("sha256").update(text).digest("base64");
    const kept = this.#recent.get(key) ?? this.#older.get(key);
    if (kept) return kept;
    if (kept === null || this.#recent.has(key)) return { text, counts: {} };
    const redacted = redact();
    this.#keep(key, redacted.text === text ? null : redacted);
    return redacted;
  }

  #keep(key: string, redacted: Redacted | null): void {
    const bytes = ENTRY_BYTES + (redacted?.text.length ?? 0) * 2;
    if (this.#bytes + bytes > this.limit / 2) {
      this.#older = this.#recent;
      this.#recent = new Map();
      this.#bytes = 0;
    }
    this.#recent.set(key, redacted);
    this.#bytes += bytes;
  }
}
