import {
  DETECT_RECORDS,
  detectFormat,
  type FileFormat,
  fileFormats,
  getFormat,
} from "@/lib/formats/detect";
import type { RawRecord } from "@/lib/formats/raw-record";
import { refused, type Result } from "@/lib/result";
import { mixedContent } from "@/lib/tabular/mixed-content";
import { unknownTable } from "@/lib/tabular/unknown-table";
import type { OpenedFile } from "./open-records";

/** The format that was asked for, else the one that the first records show. */
export function chooseFormat(
  first: readonly RawRecord[],
  formatId: string | undefined,
  container: OpenedFile["container"],
): Result<FileFormat> {
  if (formatId !== undefined) return getFormat(formatId, fileFormats);
  const values = first.flatMap((raw) => (raw.refusal === undefined ? [raw.value] : []));
  const broken = first.find((raw) => raw.refusal !== undefined);
  if (values.length > 0 || !broken?.refusal) {
    const found = detectFormat(values, fileFormats);
    if (found.ok) return found;
    const mixed = container === "json" ? mixedContent(first) : null;
    return refused("invalid", mixed ?? unknownTable(container, values));
  }
  return refused("invalid", `No record could be read. Line ${broken.line}: ${broken.refusal}`);
}

/** The first records of a file, as many as tell its format. */
export async function takeRecords(records: AsyncGenerator<RawRecord>): Promise<RawRecord[]> {
  const taken: RawRecord[] = [];
  while (taken.length < DETECT_RECORDS) {
    const next = await records.next();
    if (next.done) break;
    taken.push(next.value);
  }
  return taken;
}
