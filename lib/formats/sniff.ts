import { magicOf } from "@/lib/formats/magic";
import { refused, type Refusal } from "@/lib/result";

/** So much of a file's beginning is looked at before it is read. */
export const SNIFF_BYTES = 64 * 1024;

const READ = "JSONL or a JSON array is read today";

/**
 * Why a file cannot be one that is read, from its first {@link SNIFF_BYTES} (already inflated), in
 * a sentence that says what was seen and what to do; null when there is nothing against reading it.
 */
export function sniffRefusal(head: Uint8Array): Refusal | null {
  if (head.length === 0) return refused("invalid", "The file is empty.");
  const magic = magicOf(head);
  if (magic !== null) return refused("invalid", `This ${magic.is}; ${magic.advice ?? READ}.`);
  const start = head.subarray(0, SNIFF_BYTES);
  if (controlShare(start) > 0.02)
    return refused("invalid", `This looks like a binary file of an unknown kind; ${READ}.`);
  return textRefusal(new TextDecoder().decode(start).trim());
}

function textRefusal(text: string): Refusal | null {
  if (text === "") return refused("invalid", "The file holds nothing but blanks.");
  const lines = text.split("\n", 200).map((line) => line.trim());
  if (lines.some((line) => line.startsWith("{") || line.startsWith("["))) return null;
  if (/^<(?:!doctype html|html)/iu.test(text))
    return refused("invalid", "This is a web page (HTML); download the file itself and send that.");
  if (text.startsWith("<")) return refused("invalid", `This looks like XML; ${READ}.`);
  const delimiter = delimiterOf(lines);
  if (delimiter !== null)
    return refused(
      "invalid",
      `This looks like ${delimiter} (its first line is a header); ${READ}.`,
    );
  return refused("invalid", `No line of the file's beginning starts with { or [; ${READ}.`);
}

/** CSV by its header line: several cells, as many on the second line if there is one. */
function delimiterOf(lines: readonly string[]): string | null {
  const [header = "", second] = lines;
  const known = [
    [",", "CSV"],
    [";", "CSV with semicolons"],
    ["\t", "tab-separated text"],
  ] as const;
  const cells = (line: string, mark: string) => line.split(mark).length;
  const found = known.find(
    ([mark]) => cells(header, mark) > 1 && (second === undefined || second.includes(mark)),
  );
  return found?.[1] ?? null;
}

/** The share of bytes that text does not have, 0 to 1. */
function controlShare(bytes: Uint8Array): number {
  let controls = 0;
  for (const byte of bytes) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls++;
  return controls / bytes.length;
}
