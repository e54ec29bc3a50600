import type { CallRecord } from "@/lib/calls/call";

type Settings = NonNullable<CallRecord["settings"]>;

/** So many settings, and settings of so many characters, are remembered. */
const MOST = 64;
const LONGEST = 64 * 1024;

/**
 * The calls of an agent are mostly made with the same settings, of which the tools it is offered are
 * several thousand characters: here they become the same object, so that what is known of them is
 * known by identity. Nobody may change them.
 */
export class SharedSettings {
  readonly #known = new Map<string, Settings>();

  /** The record with settings that are an earlier record's, if that had them letter for letter. */
  share(record: CallRecord): CallRecord {
    if (record.settings === null) return record;
    const text = JSON.stringify(record.settings);
    if (text.length > LONGEST) return record;
    const known = this.#known.get(text);
    if (known) return { ...record, settings: known };
    if (this.#known.size >= MOST) this.#known.clear();
    this.#known.set(text, record.settings);
    return record;
  }
}
