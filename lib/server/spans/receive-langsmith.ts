import { isObject } from "@/lib/formats/is-object";
import { joinRunParts, langsmithFormat } from "@/lib/formats/langsmith/langsmith-format";
import { ok, type Result } from "@/lib/result";
import { atDoor, refusalFor } from "./at-door";
import { parseJsonBody } from "./parse-json-body";
import { readMultipart } from "./read-multipart";
import { storeReading } from "./store-reading";
import type { Body } from "./unpack-body";

/** How a body of a LangSmith SDK is to be understood. */
export type RunsShape =
  | { as: "multipart" }
  /** `{post, patch}` */
  | { as: "batch" }
  | { as: "post" }
  | { as: "patch"; id: string }
  | { as: "feedback" };

type Batch = { record: unknown; rejected: string[] };

/** Takes runs or feedback; 202, as they are settled when the rest of their trace has come. */
export function receiveLangSmith(request: Request, shape: RunsShape): Promise<Response> {
  return atDoor(request, async (holder, body) => {
    const batch = await readBatch(request.headers, shape, body);
    if (!batch.ok) return refusalFor(batch);
    const { record, rejected } = batch.value;
    const reading = langsmithFormat.readSpans(record);
    const read =
      reading.kind === "spans"
        ? { ...reading, rejected: [...reading.rejected, ...rejected] }
        : {
            kind: "spans" as const,
            spans: [],
            other: [],
            rejected: [...rejected, reading.reason],
            notes: [],
          };
    const size = { received: body.received, read: body.bytes.length };
    await storeReading(holder, "langsmith", read, size);
    // not what was sent: an answer may end in a log
    return Response.json({}, { status: 202 });
  });
}

/** Every body as the batch that it stands for. */
async function readBatch(
  headers: Headers,
  shape: RunsShape,
  { bytes }: Body,
): Promise<Result<Batch>> {
  if (shape.as === "multipart") {
    const read = await readMultipart(headers.get("content-type") ?? "", bytes);
    if (!read.ok) return read;
    return ok({ record: joinRunParts(read.value.parts), rejected: read.value.rejected });
  }
  const parsed = parseJsonBody(bytes);
  if (!parsed.ok) return parsed;
  const { value } = parsed;
  if (shape.as === "post") return ok({ record: { post: [value] }, rejected: [] });
  if (shape.as === "patch") {
    const run = isObject(value) ? { ...value, id: shape.id } : value;
    return ok({ record: { patch: [run] }, rejected: [] });
  }
  return ok({ record: value, rejected: [] });
}
