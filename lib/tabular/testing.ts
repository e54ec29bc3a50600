import type { RawRecord } from "@/lib/formats/raw-record";
import { readCsvRecords } from "@/lib/tabular/read-csv-records";

/** For tests: all records of a table's bytes, in chunks of the given sizes, then the rest. */
export async function collectCsv(
  bytes: Uint8Array,
  sizes: readonly number[] = [],
): Promise<RawRecord[]> {
  async function* chunks() {
    let from = 0;
    for (const size of sizes) {
      yield bytes.subarray(from, from + size);
      from += size;
    }
    yield bytes.subarray(from);
  }
  const records: RawRecord[] = [];
  for await (const record of readCsvRecords(chunks())) records.push(record);
  return records;
}
