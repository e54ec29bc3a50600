import type { Counts } from "@/lib/curation/redact/rule";
import type { Media } from "@/lib/curation/media";
import type { SpanRecord } from "@/lib/spans/span";

/** A record of a span, ready to be stored. */
export type SpanItem = {
  /** Redacted, and in normal form. */
  span: SpanRecord;
  /** How often each rule of redaction struck. */
  redactions: Counts;
  /** The line of the file on which it stood; 1 where there is no file. */
  line: number;
};

/** An item that is no span, or could not be read. Cleaned of what must not be stored. */
export type LooseItem = {
  why: "other" | "unparseable";
  reason: string;
  /** Null when it is counted only, and not listed. */
  excerpt: string | null;
  line: number;
};

export type SpanBatch = {
  /** Items are numbered from 0: these first, then the loose ones. */
  spans: readonly SpanItem[];
  loose: readonly LooseItem[];
  /** Bytes of their messages, where the workspace keeps them. */
  media: readonly Media[];
  /** What had to be assumed. */
  notes: readonly string[];
  /** Bytes as sent, and as read (inflated), that this batch adds to the import. */
  bytesReceived: number;
  bytesRead: number;
};
