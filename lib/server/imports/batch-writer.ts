import type { Transaction } from "@/db/client";
import { countDeletionBatches, lockDeletion } from "@/db/commands/lock-deletion";
import { advanceImport, writeRejected } from "@/db/commands/write-import";
import { findCalls, writeCallBatch } from "@/db/commands/write-call-batch";
import { getCallRecord } from "@/db/queries/calls/get-call-record";
import { writeMedia } from "@/db/commands/write-media";
import { SharedSettings } from "@/lib/calls/shared-settings";
import { takeCallMedia } from "@/lib/curation/media";
import { type CallRedactor, redactCall } from "@/lib/curation/redact/redact-call";
import { cutText } from "@/lib/cut-text";
import { redactExcerpt } from "@/lib/curation/redact/redact-excerpt";
import type { CallRecord } from "@/lib/calls/call";
import { callRowId, recordDigest } from "@/lib/calls/identity";
import type { Format } from "@/lib/formats/format";
import type { RawRecord } from "@/lib/formats/raw-record";
import type { RowId, WorkspaceId } from "@/lib/ids";
import { getDatabase } from "@/lib/server/database";
import { getKeyedDigest } from "@/lib/server/digest";
import { retryConflicts } from "@/lib/server/retry-conflicts";
import { apart, type Batch, emptyBatch } from "./batch";
import { isDataException } from "./data-exception";
import { canonicalRecord, deriveCall } from "./derive-call";
import { excerptOfJson } from "./excerpt-of-json";
import { countPlan, Findings } from "./import-progress";
import { Occurrences } from "./occurrences";
import { markRepeats } from "./mark-repeats";
import { mediaRows } from "./media-rows";
import {
  type Ahead,
  planBatch,
  type BatchPlan,
  type IncomingCall,
  type Stored,
} from "./plan-batch";
import { SentNodes } from "./sent-nodes";

/** A batch ends at so many records, at so much to write (in characters), or at so many bytes read. */
const BATCH_RECORDS = 250;
const BATCH_WEIGHT = 2 * 1024 * 1024;
const BATCH_BYTES = 12 * 1024 * 1024;

/** What a call weighs beside its messages. */
const CALL_WEIGHT = 2_000;

const CONTRADICTED = "Its records disagree on the outcome, which is kept as unknown";
const WHY = "unparseable" as const;
const UNSTORABLE = "One of its values is larger or longer than can be stored.";

/** Collects the records of one import and writes them batch by batch. */
export class BatchWriter {
  /** Set before the first record is added. */
  format: Format | null = null;
  readonly #digest = getKeyedDigest();
  readonly #findings = new Findings();
  readonly #begun = new Date();
  #sent = new SentNodes();
  #deletionsSeen = 0;
  readonly #occurrences = new Occurrences();
  readonly #settings = new SharedSettings();
  #batch: Batch = emptyBatch();
  #writing: Promise<void> = Promise.resolve();
  #bytesReceived = 0;
  #bytesRead = 0;
  #bytesFlushed = 0;
  /** Of a file sent again all is known, and nothing need be worked out ahead. */
  #expectsNew = true;

  constructor(
    readonly workspaceId: WorkspaceId,
    readonly importId: RowId,
    readonly redactor: CallRedactor,
  ) {}

  /** Whether no record has been taken yet. */
  get isEmpty(): boolean {
    return this.#bytesRead === 0;
  }

  /** Takes out of an excerpt or a sentence what must not be stored. */
  readonly clean = (text: string): string => redactExcerpt(text, this.redactor.text);

  /** Says something in the receipt's warnings. */
  readonly warn = (text: string): void => this.#findings.warn(this.clean(text));

  /** Counts bytes of the file as sent. */
  receive(bytes: number): void {
    this.#bytesReceived += bytes;
  }

  /** Takes the next record of the file; writes a batch when one is full. */
  async add(raw: RawRecord): Promise<void> {
    this.#bytesRead = raw.bytesRead;
    this.#batch.bytesRead = raw.bytesRead;
    this.#batch.progress.records += 1;
    this.#sort(raw);
    if (this.#isFull) await this.#handOn();
  }

  get #isFull(): boolean {
    const { progress, weight } = this.#batch;
    const bytes = this.#bytesRead - this.#bytesFlushed;
    return progress.records >= BATCH_RECORDS || weight >= BATCH_WEIGHT || bytes >= BATCH_BYTES;
  }

  /** What the receipt ends with, beside its counts. */
  end() {
    return {
      bytesReceived: this.#bytesReceived,
      bytesRead: this.#bytesRead,
      warnings: this.#findings.warnings,
      format: this.format?.id ?? null,
    };
  }

  /** Each record goes exactly one way: call, other, or unparseable. */
  #sort(raw: RawRecord): void {
    if (raw.refusal !== undefined) {
      this.#reject(raw, "unparseable", this.clean(raw.refusal), this.clean(raw.excerpt));
      return;
    }
    const reading = this.format?.read(raw.value);
    if (!reading) throw new Error("the format is set before the first record");
    if (reading.kind !== "call") {
      const excerpt = excerptOfJson(raw.value, this.clean);
      this.#reject(raw, reading.kind, this.clean(reading.reason), excerpt);
      return;
    }
    for (const note of reading.notes) this.warn(note);
    this.#findings.time(reading.call.startedAt, this.#begun);
    // first the bytes: rules would look for cards and keys in them
    const { record: told, media } = takeCallMedia(this.#settings.share(reading.call), this.#digest);
    const { record: redacted, counts } = redactCall(told, this.redactor);
    const record = canonicalRecord(redacted);
    const { traceId, spanId } = record;
    // named by what was sent, under the secret: a change of the redaction rules makes no new calls
    const sent = raw.value;
    const occurrence =
      spanId === null ? this.#occurrences.next(recordDigest(sent, this.#digest)) : 0;
    const id = callRowId({ traceId, spanId, record: sent, occurrence }, this.#digest);
    const { ordinal, line } = raw;
    const ahead = this.#expectsNew ? this.#workOut(id, record, ordinal) : null;
    this.#batch.weight += weightOf(ahead);
    this.#batch.calls.push({
      id,
      ordinal,
      line,
      record,
      redactions: counts,
      media: this.redactor.keepMedia ? media : [],
      ahead,
    });
  }

  /** Here and not when its batch is written: meanwhile the database is busy with the batch before. */
  #workOut(id: RowId, record: CallRecord, ordinal: number): Ahead {
    const [sent, place] = [this.#sent, { importId: this.importId, ordinal }];
    const digest = this.#digest;
    const call = deriveCall(this.workspaceId, id, record, place, digest, null, sent.has);
    return { call, sent };
  }

  #reject(
    { ordinal, line }: Pick<RawRecord, "ordinal" | "line">,
    why: "unparseable" | "other",
    reason: string,
    excerpt: string,
  ): void {
    this.#batch.progress[why] += 1;
    this.#batch.rejected.push({ ...this.#rejection, ordinal, line, why, reason, excerpt });
  }

  get #rejection() {
    return { workspaceId: this.workspaceId, importId: this.importId };
  }

  /** Writes what has been collected, and waits until it is there. */
  async flush(): Promise<void> {
    if (this.#batch.progress.records > 0) await this.#handOn();
    await this.#writing;
  }

  /** Waits for a batch that is being written, however it ends; nothing is written after that. */
  async settle(): Promise<void> {
    await this.#writing.catch(() => undefined);
  }

  /** Begins to write the batch once the one before is written; the next is read meanwhile. */
  async #handOn(): Promise<void> {
    const batch = this.#batch;
    this.#batch = emptyBatch();
    this.#bytesFlushed = this.#bytesRead;
    await this.#writing;
    this.#writing = this.#write(batch);
    // a failure is thrown where the next batch or the end waits for it
    this.#writing.catch(() => undefined);
  }

  /** All at once; record by record when the database refuses a value among them. */
  async #write(batch: Batch): Promise<void> {
    try {
      await this.#writeWhole(batch);
    } catch (error) {
      if (!isDataException(error)) throw error;
      for (const part of apart(batch)) await this.#writeOrReject(part);
    }
  }

  /** A net below the formats' own limits: one odd record costs itself and never its file. */
  async #writeOrReject(part: Batch): Promise<void> {
    try {
      await this.#writeWhole(part);
    } catch (error) {
      const [call] = part.calls;
      if (!call || !isDataException(error)) throw error;
      const { ordinal, line, record } = call;
      const excerpt = excerptOfJson(record);
      const rejected = { ...this.#rejection, ordinal, line, why: WHY, reason: UNSTORABLE, excerpt };
      const progress = { ...part.progress, unparseable: 1 };
      await this.#writeWhole({ ...part, calls: [], rejected: [rejected], progress });
    }
  }

  /** Rows, totals, rejects and counts in one transaction. */
  async #writeWhole(batch: Batch): Promise<void> {
    const plan = await retryConflicts(() =>
      getDatabase().transaction((tx) => this.#writeBatch(tx, batch)),
    );
    this.#sent.remember(plan.batch.nodes);
    if (batch.calls.length > 0) this.#expectsNew = plan.callsNew > 0;
  }

  async #writeBatch(tx: Transaction, batch: Batch): Promise<BatchPlan> {
    // begun together they follow each other on the connection, the lock before all
    const [, deletions, stored] = await Promise.all([
      lockDeletion(tx, this.workspaceId, "shared"),
      countDeletionBatches(tx, this.workspaceId),
      this.#findStored(tx, batch.calls),
    ]);
    this.#forgetDeleted(deletions);
    const plan = await planBatch(
      {
        workspaceId: this.workspaceId,
        importId: this.importId,
        digest: this.#digest,
        sent: this.#sent,
      },
      batch.calls,
      stored,
      (calls) => markRepeats(tx, this.workspaceId, calls),
    );
    const media = batch.calls.flatMap((call) => call.media);
    await writeMedia(tx, mediaRows(this.workspaceId, media));
    const nodes = this.#sent.unsent(plan.batch.nodes);
    const { tracesNew, contradicted } = await writeCallBatch(tx, { ...plan.batch, nodes });
    for (const trace of contradicted) this.warn(`${CONTRADICTED}: trace ${cutText(trace, 80)}`);
    const conflicting = plan.conflicts.map((conflict) => ({
      ...this.#rejection,
      ...conflict,
      why: "conflicting" as const,
    }));
    await writeRejected(tx, [...batch.rejected, ...conflicting]);
    this.#findings.look(plan.newCalls);
    await advanceImport(
      tx,
      this.workspaceId,
      this.importId,
      { ...batch.progress, ...countPlan(plan), tracesNew },
      {
        bytesRead: batch.bytesRead,
        bytesReceived: this.#bytesReceived,
        warnings: this.#findings.warnings,
        found: this.#findings.found,
      },
      plan.redactions,
    );
    return plan;
  }

  /** What a deletion took away meanwhile has to be sent again. */
  #forgetDeleted(batches: number): void {
    if (batches !== this.#deletionsSeen) this.#sent = new SentNodes();
    this.#deletionsSeen = batches;
  }

  async #findStored(
    tx: Transaction,
    incoming: readonly IncomingCall[],
  ): Promise<Map<RowId, Stored>> {
    const ids = [...new Set(incoming.map((call) => call.id))];
    const rows = await findCalls(tx, this.workspaceId, ids);
    return new Map(
      [...rows].map(([id, row]) => [
        id,
        { row, record: () => getCallRecord(tx, this.workspaceId, row) },
      ]),
    );
  }
}

/** A call that is known is mostly shared with what is read already, and nothing of it is written. */
const weightOf = (ahead: Ahead | null): number =>
  (ahead?.call.nodes ?? []).reduce((sum, { body }) => sum + body.length, CALL_WEIGHT);
