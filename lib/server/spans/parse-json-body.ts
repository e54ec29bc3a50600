import { parseRecord } from "@/lib/formats/parse-record";
import { ok, refused, type Result } from "@/lib/result";

/** A whole body as one JSON value: UTF-8, not nested beyond measure, free of what text cannot hold. */
export function parseJsonBody(bytes: Uint8Array): Result<unknown> {
  if (bytes.length === 0) return refused("invalid", "The body is empty.");
  const parsed = parseRecord({
    bytes,
    head: bytes.subarray(0, 800),
    line: 1,
    offset: 0,
    final: true,
    tooDeep: false,
  });
  return "value" in parsed
    ? ok(parsed.value)
    : refused("invalid", `The body cannot be read: ${parsed.refusal}.`);
}
