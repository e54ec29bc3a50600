import type { Format } from "@/lib/formats/format";

/** For tests: the call that a format reads, with its notes; throws the reason when it is none. */
export function callOf(format: Format, record: unknown) {
  const reading = format.read(record);
  if (reading.kind !== "call") throw new Error(`${reading.kind}: ${reading.reason}`);
  return { ...reading.call, notes: reading.notes };
}

/** For tests: why a record is no call. */
export function reasonFor(format: Format, record: unknown): string {
  const reading = format.read(record);
  if (reading.kind === "call") throw new Error("It was read as a call.");
  return `${reading.kind}: ${reading.reason}`;
}
