import { magicOf } from "@/lib/formats/magic";
import { SNIFF_BYTES } from "@/lib/formats/sniff-bytes";
import { ok, refused, type Refusal, type Result } from "@/lib/result";
import { byteText } from "@/lib/tabular/byte-text";
import { csvDialect } from "@/lib/tabular/csv-dialect";

/** How the records of a file are packed, whatever its name says. */
export type Container = "json" | "csv" | "parquet";

const READ = "JSONL, JSON, CSV and Parquet are read, each also packed with gzip";

/**
 * How a file is to be read, from its first {@link SNIFF_BYTES} (already inflated); else, in a
 * sentence, what was seen and what to do.
 */
export function sniffContainer(head: Uint8Array): Result<Container> {
  if (head.length === 0) return refused("invalid", "The file is empty.");
  const start = head.subarray(0, SNIFF_BYTES);
  if (byteText(start.subarray(0, 4)) === "PAR1") return ok("parquet");
  const magic = magicOf(start);
  if (magic !== null) return refused("invalid", `This ${magic.is}; ${magic.advice ?? READ}.`);
  if (controlShare(start) > 0.02)
    return refused("invalid", `This looks like a binary file of an unknown kind; ${READ}.`);
  return sniffText(start);
}

function sniffText(start: Uint8Array): Result<Container> {
  const text = new TextDecoder().decode(start).trim();
  if (text === "") return refused("invalid", "The file holds nothing but blanks.");
  if (text.startsWith("{") || text.startsWith("[")) return ok("json");
  if (text.startsWith("<")) return markup(text);
  if (csvDialect(byteText(start)) !== null) return ok("csv");
  const lines = text.split("\n", 200).map((line) => line.trim());
  if (lines.some((line) => line.startsWith("{") || line.startsWith("["))) return ok("json");
  return refused(
    "invalid",
    `No line of the file's beginning starts with { or [, and it is no table; ${READ}.`,
  );
}

function markup(text: string): Refusal {
  if (/^<(?:!doctype html|html)/iu.test(text))
    return refused("invalid", "This is a web page (HTML); download the file itself and send that.");
  return refused("invalid", `This looks like XML; ${READ}.`);
}

/** The share of bytes that text does not have, 0 to 1. */
function controlShare(bytes: Uint8Array): number {
  let controls = 0;
  for (const byte of bytes) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls++;
  return controls / bytes.length;
}
