import type { CallRecord } from "@/lib/calls/call";

/** What one record turned out to be. Each record ends as exactly one of the three. */
export type Reading =
  | {
      kind: "call";
      call: CallRecord;
      /** What had to be assumed, such as a missing time zone; for the import's warnings. */
      notes: readonly string[];
    }
  | { kind: "other"; reason: string }
  | { kind: "unparseable"; reason: string };

/**
 * One foreign shape. To add a format: a folder that exports one of these, and a line in
 * `registry.ts`. Records come from `readRecords`, so their strings hold neither NUL nor lone
 * surrogates. Neither function throws, whatever the record.
 */
export type Format = {
  /** Stable and lower case; stored with the import and accepted as `?format=`. */
  id: string;
  /** For people. */
  name: string;
  /** Whether a record bears the marks of this format; cheap, and true for no other's records. */
  detect(record: unknown): boolean;
  read(record: unknown): Reading;
};
