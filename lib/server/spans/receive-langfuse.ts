import { langfuseIngestionFormat } from "@/lib/formats/langfuse-ingestion/langfuse-ingestion-format";
import { isObject } from "@/lib/formats/is-object";
import { refused } from "@/lib/result";
import { joinSpanReadings } from "@/lib/spans/read-otlp";
import type { SpanReading } from "@/lib/spans/span-format";
import { atDoor, refusalFor } from "./at-door";
import { parseJsonBody } from "./parse-json-body";
import { storeReading } from "./store-reading";

type Answer = {
  successes: { id: string; status: 201 }[];
  errors: { id: string; status: 400; message: string }[];
};

/** Takes a batch of Langfuse events, and answers for each by its id, with 207. */
export function receiveLangfuseEvents(request: Request): Promise<Response> {
  return atDoor(request, async (holder, { bytes, received }) => {
    const parsed = parseJsonBody(bytes);
    if (!parsed.ok) return refusalFor(parsed);
    const batch = isObject(parsed.value) ? parsed.value["batch"] : null;
    if (!Array.isArray(batch)) {
      return refusalFor(refused("invalid", "Expected an object with a list of events as `batch`."));
    }
    const readings = batch.map((event) => readEvent(event));
    const size = { received, read: bytes.length };
    await storeReading(holder, "langfuse", joinSpanReadings(readings), size);
    const answer: Answer = { successes: [], errors: [] };
    for (const [at, { rejected }] of readings.entries()) {
      const id = idOf(batch[at]);
      const [message] = rejected;
      if (message === undefined) answer.successes.push({ id, status: 201 });
      else answer.errors.push({ id, status: 400, message });
    }
    return Response.json(answer, { status: 207 });
  });
}

function readEvent(event: unknown): Extract<SpanReading, { kind: "spans" }> {
  const reading = langfuseIngestionFormat.readSpans({ batch: [event] });
  if (reading.kind === "spans") return reading;
  return { kind: "spans", spans: [], other: [], rejected: [reading.reason], notes: [] };
}

const idOf = (event: unknown): string =>
  isObject(event) && typeof event["id"] === "string" ? event["id"] : "";
