import { open } from "node:fs/promises";
import { parquetMetadataAsync, parquetReadObjects, type FileMetaData } from "hyparquet";
import { compressors } from "hyparquet-compressors";
import { type Clean, excerptOf } from "@/lib/formats/excerpt";
import { MAX_RECORD_BYTES, type RawRecord } from "@/lib/formats/raw-record";
import { UnreadableFileError } from "@/lib/formats/unreadable-file";
import { rowRecord } from "@/lib/tabular/row-record";
import { withSpooled } from "./spool";

/** Rows are read in runs of about so many bytes unpacked. */
const RUN_BYTES = 16 * 1024 * 1024;

/** The packed bytes of one column of one row group, which are held while it is read. */
const MOST_CHUNK_BYTES = 256 * 1024 * 1024;

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
    const run = Math.max(1, Math.min(rows, Math.floor(RUN_BYTES / perRow)));
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

type Read = { value: unknown } | { refusal: string; excerpt: string };

/** Some rows by their numbers; each is refused by itself when they cannot be unpacked. */
async function readRun(
  file: File,
  metadata: FileMetaData,
  [rowStart, rowEnd]: readonly [number, number],
  clean: Clean | undefined,
): Promise<Read[]> {
  try {
    const options = { file, metadata, compressors, rowStart, rowEnd, useOffsetIndex: true };
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
  for (const group of metadata.row_groups) refuseUnreadable(group);
  return metadata;
}

function refuseUnreadable({ columns }: RowGroup): void {
  for (const { meta_data: column, crypto_metadata } of columns) {
    if (!column || crypto_metadata)
      throw new UnreadableFileError("This Parquet file is encrypted: send it without encryption.");
    const { codec, path_in_schema: path } = column;
    if (codec !== "UNCOMPRESSED" && !(codec in compressors))
      throw new UnreadableFileError(
        `The column ${path.join(".")} of this Parquet file is packed with ${codec}, which is not read. Write it with snappy, zstd or gzip.`,
      );
    if (Number(column.total_compressed_size) > MOST_CHUNK_BYTES)
      throw new UnreadableFileError(
        `The column ${path.join(".")} has row groups of more than ${MOST_CHUNK_BYTES / 1024 / 1024} MiB. Write the Parquet file with smaller row groups.`,
      );
  }
}

const said = (error: unknown): string =>
  (error instanceof Error ? error.message : "unknown").slice(0, 200);
