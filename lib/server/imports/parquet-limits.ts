import type { FileMetaData } from "hyparquet";
import { compressors } from "hyparquet-compressors";
import { UnreadableFileError } from "@/lib/formats/unreadable-file";

const MIB = 1024 * 1024;
const MOST_ROWS = 20_000_000;

/** The packed bytes of a row group are held while it is read. */
const MOST_GROUP_MIB = 192;

/** A column of lists or structs is unpacked whole for each row group. */
const MOST_NESTED_MIB = 64;

/** A page may unpack to so much; a record may have 32 MiB. */
const MOST_PAGE_MIB = 128;

const SMALLER = "Write the Parquet file with smaller row groups (such as row_group_size=1000).";

/** All packings that are read, none of which unpacks a page without bound. */
export const boundedCompressors: typeof compressors = Object.fromEntries(
  Object.entries(compressors).map(([codec, unpack]) => [
    codec,
    (input: Uint8Array, length: number) => {
      if (length > MOST_PAGE_MIB * MIB)
        throw new Error(`a page of more than ${MOST_PAGE_MIB} MiB unpacked`);
      return unpack(input, length);
    },
  ]),
);

/**
 * Looks over what a Parquet file says of itself before any row is read.
 *
 * @throws UnreadableFileError when it is encrypted, packed in a way that is not read, or too large
 */
export function refuseUnreadable({ num_rows, row_groups }: FileMetaData): void {
  if (Number(num_rows) > MOST_ROWS)
    throw new UnreadableFileError(`This Parquet file has more than ${MOST_ROWS} rows. Split it.`);
  for (const { columns } of row_groups) {
    let packed = 0;
    for (const column of columns) packed += checkColumn(column);
    if (packed > MOST_GROUP_MIB * MIB)
      throw new UnreadableFileError(
        `This Parquet file has row groups of more than ${MOST_GROUP_MIB} MiB packed. ${SMALLER}`,
      );
  }
}

type Column = FileMetaData["row_groups"][number]["columns"][number];

/** The packed bytes of a column of one row group. */
function checkColumn({ meta_data: column, crypto_metadata }: Column): number {
  if (!column || crypto_metadata)
    throw new UnreadableFileError("This Parquet file is encrypted: send it without encryption.");
  const { codec, path_in_schema: path } = column;
  const name = path.join(".");
  if (codec !== "UNCOMPRESSED" && !(codec in compressors))
    throw new UnreadableFileError(
      `The column ${name} of this Parquet file is packed with ${codec}, which is not read. Write it with snappy, zstd or gzip.`,
    );
  if (path.length > 1 && Number(column.total_uncompressed_size) > MOST_NESTED_MIB * MIB)
    throw new UnreadableFileError(
      `The column ${name} holds lists or structs of more than ${MOST_NESTED_MIB} MiB in one row group. ${SMALLER}`,
    );
  return Number(column.total_compressed_size);
}
