import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { spanFormats } from "@/lib/formats/span-registry";
import { joinRunParts } from "@/lib/formats/langsmith/langsmith-format";
import { decodeLogsProtobuf, decodeTraceProtobuf } from "@/lib/otlp/decode";
import type { SpanRecord } from "@/lib/spans/span";
import type { SpanReading } from "@/lib/spans/span-format";
import { readOtlpLogs, readOtlpTraces } from "./read-otlp";
import { settleTrace } from "./settle";
import type { SettledTrace } from "./settled";

type Meta = { path: string; headers: Record<string, string> };

/** For tests: what a span format makes of one record of a file. */
export function readRecord(record: unknown): SpanReading {
  const format = spanFormats.find((known) => known.detect(record));
  if (format === undefined) throw new Error("no span format knows this record");
  return format.readSpans(record);
}

/** For tests: what each captured body of a folder says, by the door it was sent to. */
export async function readCapture(folder: string): Promise<SpanReading[]> {
  const names = readdirSync(folder).filter((name) => name.endsWith(".meta.json"));
  return Promise.all(
    names.toSorted().map(async (name) => {
      const meta = JSON.parse(readFileSync(join(folder, name), "utf8")) as Meta;
      const stem = name.slice(0, -".meta.json".length);
      const file = readdirSync(folder).find(
        (one) => one === `${stem}.bin` || one === `${stem}.json`,
      );
      const bytes = readFileSync(join(folder, file ?? ""));
      return readBody(meta, bytes);
    }),
  );
}

async function readBody({ path, headers }: Meta, sent: Buffer): Promise<SpanReading> {
  const type = headers["content-type"] ?? "";
  const bytes = headers["content-encoding"] === "gzip" ? gunzipSync(sent) : sent;
  if (type.startsWith("multipart/")) {
    const body = new Uint8Array(bytes);
    const form = await new Request("http://assay.test", {
      method: "POST",
      headers: { "content-type": type },
      body,
    }).formData();
    const parts = [...form].map(async ([name, value]) => ({
      name,
      value: JSON.parse(typeof value === "string" ? value : await value.text()) as unknown,
    }));
    return readRecord(joinRunParts(await Promise.all(parts)));
  }
  if (type.startsWith("application/json")) return readRecord(JSON.parse(bytes.toString("utf8")));
  if (path.endsWith("/v1/logs")) {
    const logs = decodeLogsProtobuf(bytes);
    if (!logs.ok) throw new Error(logs.message);
    return readOtlpLogs(logs.value);
  }
  const traces = decodeTraceProtobuf(bytes);
  if (!traces.ok) throw new Error(traces.message);
  return readOtlpTraces(traces.value);
}

/** For tests: the records settled trace by trace; those without a trace go with their span's. */
export function settleAll(records: readonly SpanRecord[]): SettledTrace[] {
  const traceOf = new Map<string, string>();
  for (const { spanId, traceId } of records) if (traceId !== null) traceOf.set(spanId, traceId);
  const traces = new Map<string, SpanRecord[]>();
  for (const record of records) {
    const id = record.traceId ?? traceOf.get(record.spanId) ?? "";
    traces.set(id, [...(traces.get(id) ?? []), record]);
  }
  return [...traces].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, list]) => settleTrace(list));
}

export const spansIn = (readings: readonly SpanReading[]): SpanRecord[] =>
  readings.flatMap((reading) => {
    if (reading.kind === "unparseable") throw new Error(reading.reason);
    return reading.spans;
  });
