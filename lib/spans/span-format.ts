import type { SpanRecord } from "@/lib/spans/span";

/**
 * What one record of a file (or one body of a door) turned out to be. A record may hold many items
 * (an OTLP export request holds spans and log records): each item ends as exactly one member of
 * `spans`, `other` or `rejected`, so that a receipt over items adds up.
 */
export type SpanReading =
  | {
      kind: "spans";
      spans: SpanRecord[];
      /** A reason for each item that is neither span nor score, such as a metric or an SDK's log line. */
      other: string[];
      /** A reason for each item that could not be read. */
      rejected: string[];
      /** What had to be assumed, such as a missing time zone; for the import's warnings. */
      notes: string[];
    }
  | { kind: "unparseable"; reason: string };

/**
 * One foreign shape whose records speak of spans of traces. Registered in
 * `lib/formats/span-registry.ts`. Records come from `readRecords`, so their strings hold neither
 * NUL nor lone surrogates. Neither function throws, whatever the record.
 */
export type SpanFormat = {
  /** Stable and lower case; stored with the import and accepted as `?format=`. */
  id: string;
  /** For people. */
  name: string;
  /** Whether a record bears the marks of this format; cheap, and true for no other's records. */
  detect(record: unknown): boolean;
  readSpans(record: unknown): SpanReading;
};
