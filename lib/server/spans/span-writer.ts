import type { CallRedactor } from "@/lib/curation/redact/redact-call";
import { redactExcerpt } from "@/lib/curation/redact/redact-excerpt";
import type { RawRecord } from "@/lib/formats/raw-record";
import type { RowId, WorkspaceId } from "@/lib/ids";
import { getKeyedDigest } from "@/lib/server/digest";
import { excerptOfJson } from "@/lib/server/imports/excerpt-of-json";
import type { SpanFormat } from "@/lib/spans/span-format";
import type { SpanRecord } from "@/lib/spans/span";
import type { LooseItem } from "./span-batch";
import { storeSpans } from "./store-spans";

/** A batch ends at so many items, or at so many bytes read. */
const BATCH_ITEMS = 1000;
const BATCH_BYTES = 4 * 1024 * 1024;

/** Who writes where, and how many bytes had come before the format was known. */
export type SpanWriterStart = {
  workspaceId: WorkspaceId;
  importId: RowId;
  redactor: CallRedactor;
  bytesReceived: number;
};

/** Collects the records of a file whose records speak of spans, and writes them batch by batch. */
export class SpanWriter {
  readonly importId: RowId;
  #spans: { span: SpanRecord; line: number }[] = [];
  #loose: LooseItem[] = [];
  readonly #notes = new Set<string>();
  #bytesReceived: number;
  #bytesRead = 0;
  #flushed = { received: 0, read: 0 };

  constructor(
    readonly start: SpanWriterStart,
    readonly format: SpanFormat,
  ) {
    this.importId = start.importId;
    this.#bytesReceived = start.bytesReceived;
  }

  /** Whether no record has been taken yet. */
  get isEmpty(): boolean {
    return this.#bytesRead === 0;
  }

  /** Takes out of an excerpt or a sentence what must not be stored. */
  readonly clean = (text: string): string => redactExcerpt(text, this.start.redactor.text);

  /** Counts bytes of the file as sent. */
  receive(bytes: number): void {
    this.#bytesReceived += bytes;
  }

  /** Takes the next record of the file; writes a batch when one is full. */
  async add(raw: RawRecord): Promise<void> {
    this.#bytesRead = raw.bytesRead;
    this.#sort(raw);
    const items = this.#spans.length + this.#loose.length;
    const bytes = this.#bytesRead - this.#flushed.read;
    if (items >= BATCH_ITEMS || bytes >= BATCH_BYTES) await this.flush();
  }

  /** What the receipt ends with, beside what its batches have said. */
  end() {
    return {
      bytesReceived: this.#bytesReceived,
      bytesRead: this.#bytesRead,
      format: this.format.id,
    };
  }

  #sort(raw: RawRecord): void {
    const { line } = raw;
    if (raw.refusal !== undefined) {
      const { refusal: reason, excerpt } = raw;
      this.#loose.push({ why: "unparseable", reason, excerpt: this.clean(excerpt), line });
      return;
    }
    const reading = this.format.readSpans(raw.value);
    const loosen = (why: LooseItem["why"]) => (reason: string) => {
      const excerpt = excerptOfJson(raw.value, this.clean);
      this.#loose.push({ why, reason, excerpt, line });
    };
    if (reading.kind === "unparseable") {
      loosen("unparseable")(reading.reason);
      return;
    }
    for (const span of reading.spans) this.#spans.push({ span, line });
    reading.other.forEach(loosen("other"));
    reading.rejected.forEach(loosen("unparseable"));
    for (const note of reading.notes) this.#notes.add(note);
  }

  /** Writes what has been collected: spans, calls, totals, rejects and counts. */
  async flush(): Promise<void> {
    if (this.#spans.length + this.#loose.length === 0) return;
    const { workspaceId, importId, redactor } = this.start;
    await storeSpans({ workspaceId, importId, digest: getKeyedDigest() }, redactor, {
      spans: this.#spans,
      loose: this.#loose,
      notes: [...this.#notes],
      bytesReceived: this.#bytesReceived - this.#flushed.received,
      bytesRead: this.#bytesRead - this.#flushed.read,
    });
    this.#spans = [];
    this.#loose = [];
    this.#notes.clear();
    this.#flushed = { received: this.#bytesReceived, read: this.#bytesRead };
  }
}
