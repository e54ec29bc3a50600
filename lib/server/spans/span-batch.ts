import type { SpanRecord } from "@/lib/spans/span";

/** An item that is no span, or could not be read. */
export type LooseItem = {
  why: "other" | "unparseable";
  reason: string;
  excerpt: string;
  line: number;
};

export type SpanBatch = {
  /** In normal form and redacted. Items are numbered from 0: these first, then the loose ones. */
  spans: readonly SpanRecord[];
  /** The line of the file on which each span stood, where there is one. */
  lines?: readonly number[];
  /** Items that are no span: a reason for each. */
  loose: readonly LooseItem[];
  /** What had to be assumed. */
  notes: readonly string[];
  /** Bytes as sent, and as read (inflated), that this batch adds to the import. */
  bytesReceived: number;
  bytesRead: number;
};
