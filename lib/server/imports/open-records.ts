import { sniffContainer, type Container } from "@/lib/formats/container";
import type { Clean } from "@/lib/formats/excerpt";
import { readRecords } from "@/lib/formats/read-records";
import type { RawRecord } from "@/lib/formats/raw-record";
import { SNIFF_BYTES } from "@/lib/formats/sniff-bytes";
import { ok, type Result } from "@/lib/result";
import { readCsvRecords } from "@/lib/tabular/read-csv-records";
import { readParquetRecords } from "./read-parquet";

type Records = AsyncGenerator<RawRecord, void, undefined>;
export type OpenedFile = { container: Container; records: Records };

const readers: Record<Container, (chunks: AsyncIterable<Uint8Array>, clean?: Clean) => Records> = {
  json: readRecords,
  csv: readCsvRecords,
  parquet: readParquetRecords,
};

/**
 * The records of an (inflated) file, by what its first bytes show; a refusal when it is no such
 * file. Excerpts of what cannot be read are cleaned before they are cut.
 */
export async function openRecords(
  source: AsyncGenerator<Uint8Array>,
  clean?: Clean,
): Promise<Result<OpenedFile>> {
  const { head, all } = await takeHead(source);
  const container = sniffContainer(head);
  if (!container.ok) return container;
  return ok({ container: container.value, records: readers[container.value](all, clean) });
}

/** The first bytes of a file, and the whole of it again. */
async function takeHead(source: AsyncGenerator<Uint8Array>) {
  const taken: Uint8Array[] = [];
  let size = 0;
  while (size < SNIFF_BYTES) {
    const next = await source.next();
    if (next.done) break;
    taken.push(next.value);
    size += next.value.length;
  }
  async function* all() {
    yield* taken;
    yield* source;
  }
  return { head: Buffer.concat(taken).subarray(0, SNIFF_BYTES), all: all() };
}
