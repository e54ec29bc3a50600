import type { RawRecord } from "@/lib/formats/raw-record";
import { readRecords } from "@/lib/formats/read-records";

/** For tests: all records of some bytes, handed over in chunks of the given sizes, then the rest. */
export async function collect(
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
  for await (const record of readRecords(chunks())) records.push(record);
  return records;
}

export async function readText(text: string): Promise<RawRecord[]> {
  return collect(new TextEncoder().encode(text));
}

/** The values of those records that could be read. */
export function values(records: readonly RawRecord[]): unknown[] {
  return records.flatMap((record) => (record.refusal === undefined ? [record.value] : []));
}

export function onlyRefusal(records: readonly RawRecord[]): { refusal: string; excerpt: string } {
  const [record] = records;
  if (records.length !== 1 || record?.refusal === undefined)
    throw new Error("There is not exactly one refusal.");
  return record;
}
