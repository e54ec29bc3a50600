import { open } from "node:fs/promises";
import { parquetMetadataAsync, parquetReadObjects, type FileMetaData } from "hyparquet";
import { type Clean, excerptOf } from "@/lib/formats/excerpt";
import { MAX_RECORD_BYTES, type RawRecord } from "@/lib/formats/raw-record";
import { UnreadableFileError } from "@/lib/formats/unreadable-file";
import { rowRecord } from "@/lib/tabular/row-record";
import { boundedCompressors, refuseUnreadable } from "./parquet-limits";
import { withSpooled } from "./spool";

/** Rows are read in runs of about so many bytes unpacked, and of at most so many rows. */
const RUN_BYTES = 16 * 1024 * 1024;
const RUN_ROWS = 5_000;

/** Lists and structs are unpacked from the beginning of their row group for each run. */
const NESTED_RUNS = 8;

type RowGroup = FileMetaData["row_groups"][number];
type File = { byteLength: number; slice(start: number, end?: number): Promise<ArrayBuffer> };

/**
 * The rows of a Parquet file as records, in order, a member for each column (see `rowRecord`).
 * The format needs its end first, so the file is kept on disk while it is read; rows come in runs,
 * so that memory does not grow with the file. The line of a record is the number of its row.
 *
 * @throws UnreadableFileError when it is no whole Parquet file, or packed in a way that is not read
 */
export async function* readParquetRecords(
  chunks: AsyncIterable<Uint8Array>,
  clean?: Clean,
): AsyncGenerator<RawRecord, void, undefined> {
  yield* withSpooled(chunks, async function* (path) {
    const handle = await open(path);
    try {
      const { size } = await handle.stat();
      yield* readRows(
        {
          byteLength: size,
          async slice(start, end = size) {
            const bytes = new Uint8Array(Math.max(0, end - start));
            await handle.read(bytes, 0, bytes.length, start);
            return bytes.buffer;
          },
        },
        clean,
      );
    } finally {
      await handle.close();
    }
  });
}

async function* readRows(file: File, clean?: Clean): AsyncGenerator<RawRecord> {
  const metadata = await readMetadata(file);
  let [ordinal, bytesRead] = [0, 0];
  for (const group of metadata.row_groups) {
    const rows = Number(group.num_rows);
    const perRow = Math.max(1, Number(group.total_byte_size) / Math.max(1, rows));
    const run = runLength(group, rows, perRow);
    for (let at = 0; at < rows; at += run) {
      const end = Math.min(rows, at + run);
      const first = ordinal;
      for (const read of await readRun(file, metadata, [first, first + end - at], clean)) {
        bytesRead += Math.ceil(perRow);
        ordinal += 1;
        yield { ordinal, line: ordinal, bytesRead, ...read };
      }
    }
  }
}

function runLength(group: RowGroup, rows: number, perRow: number): number {
  const run = Math.max(1, Math.min(RUN_ROWS, Math.floor(RUN_BYTES / perRow)));
  const isNested = group.columns.some(
    ({ meta_data }) => (meta_data?.path_in_schema.length ?? 0) > 1,
  );
  return isNested ? Math.max(run, Math.ceil(rows / NESTED_RUNS)) : run;
}

type Read = { value: unknown } | { refusal: string; excerpt: string };

/** Some rows by their numbers; each is refused by itself when they cannot be unpacked. */
async function readRun(
  file: File,
  metadata: FileMetaData,
  [rowStart, rowEnd]: readonly [number, number],
  clean: Clean | undefined,
): Promise<Read[]> {
  try {
    const options = {
      file,
      metadata,
      compressors: boundedCompressors,
      rowStart,
      rowEnd,
      useOffsetIndex: true,
    };
    const rows = await parquetReadObjects(options);
    if (rows.length !== rowEnd - rowStart) throw new Error("rows are missing");
    return rows.map((row) => readRow(row, clean));
  } catch (error) {
    const refusal = `the row cannot be unpacked: ${said(error)}`;
    return Array.from({ length: rowEnd - rowStart }, () => ({ refusal, excerpt: "" }));
  }
}

function readRow(row: Record<string, unknown>, clean: Clean | undefined): Read {
  const columns = Object.keys(row);
  const cells = Object.values(row);
  const size = cells.reduce<number>((sum, cell) => sum + sizeOf(cell), 0);
  if (size <= MAX_RECORD_BYTES) return { value: rowRecord(columns, cells) };
  const long = cells.find((cell) => typeof cell === "string");
  const head = typeof long === "string" ? long.slice(0, 8192) : "";
  return {
    refusal: `the row is too large: a row may have ${MAX_RECORD_BYTES / 1024 / 1024} MiB`,
    excerpt: excerptOf(new TextEncoder().encode(head), clean),
  };
}

const sizeOf = (cell: unknown): number => (typeof cell === "string" ? cell.length : 8);

async function readMetadata(file: File): Promise<FileMetaData> {
  let metadata: FileMetaData;
  try {
    metadata = await parquetMetadataAsync(file);
  } catch (error) {
    throw new UnreadableFileError(
      `This begins as a Parquet file, but its end cannot be read (${said(error)}): it was cut off or damaged. Send it again, whole.`,
    );
  }
  refuseUnreadable(metadata);
  return metadata;
}

const said = (error: unknown): string =>
  (error instanceof Error ? error.message : "unknown").slice(0, 200);
