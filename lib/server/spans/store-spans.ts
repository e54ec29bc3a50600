import type { Media } from "@/lib/curation/media";
import type { CallRedactor } from "@/lib/curation/redact/redact-call";
import { redactExcerpt } from "@/lib/curation/redact/redact-excerpt";
import { addCounts } from "@/lib/curation/redact/rule";
import { MAX_ID } from "@/lib/formats/bounds";
import { getDatabase } from "@/lib/server/database";
import { retryConflicts } from "@/lib/server/retry-conflicts";
import { MessagePool } from "@/lib/spans/message-pool";
import { settleTrace } from "@/lib/spans/settle";
import type { SpanRecord } from "@/lib/spans/span";
import { normalSpan } from "./normal-span";
import type { Scope } from "./plan-trace";
import { takeSpanMedia } from "./take-span-media";
import { redactSpan } from "./redact-span";
import type { LooseItem, SpanItem } from "./span-batch";
import { writeSpanBatch } from "./write-span-batch";

/** What a body or a record was read to be. */
export type ReadItems = {
  spans: readonly { span: SpanRecord; line: number }[];
  loose: readonly LooseItem[];
  notes: readonly string[];
  bytesReceived: number;
  bytesRead: number;
  /** In which their messages were shared already; else the redactor's is used. */
  pool?: MessagePool;
};

export type Stored = {
  callsNew: number;
  /** What to switch on, of calls that came without messages. */
  hints: string[];
};

/** So many spans are settled and committed at once. */
const BATCH_SPANS = 1000;

/** Redacts what was read and writes it, batch by batch; each is one transaction. */
export async function storeSpans(
  scope: Scope,
  redactor: CallRedactor,
  read: ReadItems,
): Promise<Stored> {
  const clean = (text: string) => redactExcerpt(text, redactor.text);
  const nameless = read.spans.filter(({ span }) => !hasFitIds(span));
  const loose = [...read.loose, ...nameless.map(({ line }) => ({ ...NO_ID, line }))];
  const items = read.spans.filter(({ span }) => hasFitIds(span));
  const media: Media[] = [];
  const pool = read.pool ?? poolOf(redactor);
  const ready = items.map(({ span, line }) => readied(pool.share(span), line, redactor, media));
  const stored: Stored = { callsNew: 0, hints: [] };
  for (let from = 0; from === 0 || from < ready.length; from += BATCH_SPANS) {
    const isFirst = from === 0;
    const batch = {
      spans: ready.slice(from, from + BATCH_SPANS),
      loose: isFirst ? loose.map((item) => ({ ...item, reason: clean(item.reason) })) : [],
      media: isFirst ? media : [],
      notes: isFirst ? read.notes.map(clean) : [],
      bytesReceived: isFirst ? read.bytesReceived : 0,
      bytesRead: isFirst ? read.bytesRead : 0,
    };
    const written = await retryConflicts(() =>
      getDatabase().transaction((tx) => writeSpanBatch(tx, scope, batch, settleTrace)),
    );
    stored.callsNew += written.callsNew;
    stored.hints = [...new Set([...stored.hints, ...written.hints])];
  }
  return stored;
}

const NO_ID = {
  why: "unparseable" as const,
  reason: `The record names neither trace nor span, or by an id of more than ${MAX_ID} characters.`,
  excerpt: "",
};

function hasFitIds({ traceId, spanId, parentSpanId }: SpanRecord): boolean {
  if (traceId === null ? spanId === "" : traceId === "") return false;
  return [traceId, spanId, parentSpanId].every((id) => (id?.length ?? 0) <= MAX_ID);
}

const pools = new WeakMap<CallRedactor, MessagePool>();

/** A redactor is opened for one import. */
function poolOf(redactor: CallRedactor): MessagePool {
  const pool = pools.get(redactor) ?? new MessagePool();
  pools.set(redactor, pool);
  return pool;
}

/** Bytes go first: rules would look for cards and keys in them. */
function readied(raw: SpanRecord, line: number, redactor: CallRedactor, kept: Media[]): SpanItem {
  const { span: told, media } = takeSpanMedia(raw, redactor.digest);
  if (redactor.keepMedia) kept.push(...media);
  const { span, counts } = redactSpan(told, redactor);
  return { span: normalSpan(span), redactions: addCounts({}, counts), line };
}
