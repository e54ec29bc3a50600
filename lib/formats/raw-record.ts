/** One record of a file, read or refused. Nothing between two records is dropped without a word. */
export type RawRecord = {
  /** 1 for the first record of the file. */
  ordinal: number;
  /** The line on which the record begins; 1 for the first. */
  line: number;
  /** Bytes of the (inflated) file taken in when this record was handed on. */
  bytesRead: number;
} & (
  | { value: unknown; refusal?: undefined }
  | {
      /** Why the record could not be read, in a sentence. */
      refusal: string;
      /** The record's beginning, at most 200 characters, control characters made visible. */
      excerpt: string;
    }
);

/** A larger record is refused as too large; it is never held in memory. */
export const MAX_RECORD_BYTES = 32 * 1024 * 1024;

/** A record nested deeper is refused. */
export const MAX_DEPTH = 256;
