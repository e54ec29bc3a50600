import * as fc from "fast-check";
import protobuf from "protobufjs/light.js";
import { describe, expect, test } from "vitest";
import * as decode from "./decode";
import { descriptor } from "./descriptor";
import {
  encodeResponseJson,
  encodeResponseProtobuf,
  encodeStatusJson,
  encodeStatusProtobuf,
} from "./encode-response";
import { readId, readValue } from "./read-value";

const root = protobuf.Root.fromJSON(descriptor);
const encode = (type: string, value: object) => {
  const message = root.lookupType(type);
  return message.encode(message.fromObject(value)).finish();
};
const bytes = (hex: string) => Buffer.from(hex, "hex");

const ids = { traceId: "6b06d7d00c5b839ef2f9992b241dd3b5", spanId: "1eab7a6046d3733e" };
const span = {
  ...ids,
  parentSpanId: "",
  name: "chat",
  kind: 3,
  startTimeUnixNano: "1795284637683000001",
  endTimeUnixNano: "1795284637737319257",
  attributes: [
    { key: "a", value: { stringValue: "x\u0000y" } },
    { key: "n", value: { intValue: "99" } },
    { key: "big", value: { intValue: "9007199254740993" } },
    { key: "d", value: { doubleValue: 0.5 } },
    { key: "l", value: { arrayValue: { values: [{ boolValue: true }] } } },
    {
      key: "o",
      value: { kvlistValue: { values: [{ key: "k", value: { stringValue: "v" } }] } },
    },
    { key: "empty", value: {} },
  ],
  events: [{ name: "e", timeUnixNano: "5", attributes: [] }],
  status: { code: 2, message: "no" },
};
const asItIs = <T>(item: T): T => item;
const decodeTraceJson = (value: unknown) => decode.decodeTraceJson(value, asItIs);
const decodeLogsJson = (value: unknown) => decode.decodeLogsJson(value, asItIs);
const decodeTraceProtobuf = (body: Uint8Array) => decode.decodeTraceProtobuf(body, asItIs);
const decodeLogsProtobuf = (body: Uint8Array) => decode.decodeLogsProtobuf(body, asItIs);

const request = (one: object) => ({
  resourceSpans: [
    {
      resource: { attributes: [{ key: "service.name", value: { stringValue: "shop" } }] },
      scopeSpans: [{ scope: { name: "s", version: "1" }, spans: [one] }],
    },
  ],
});

describe("decoding OTLP", () => {
  const json = decodeTraceJson(request(span));

  test("reads a span with its resource, scope, attributes and exact times", () => {
    if (!json.ok) throw new Error(json.message);
    expect(json.value.rejected).toEqual([]);
    expect(json.value.items).toEqual([
      {
        ...ids,
        resource: { "service.name": "shop" },
        scopeName: "s",
        scopeVersion: "1",
        parentSpanId: null,
        name: "chat",
        kind: 3,
        startUnixNano: "1795284637683000001",
        endUnixNano: "1795284637737319257",
        attributes: {
          a: "x\uFFFDy",
          n: 99,
          big: "9007199254740993",
          d: 0.5,
          l: [true],
          o: { k: "v" },
          empty: null,
        },
        events: [{ name: "e", timeUnixNano: "5", attributes: {} }],
        links: [],
        status: { code: 2, message: "no" },
      },
    ]);
  });

  test("reads the same from protobuf", () => {
    const body = encode(
      "TraceRequest",
      request({ ...span, traceId: bytes(ids.traceId), spanId: bytes(ids.spanId) }),
    );
    expect(decodeTraceProtobuf(body)).toEqual(json);
  });

  test("tells what the reader throws from bytes that are no export", () => {
    const fail = (): never => {
      throw new Error("ours");
    };
    const inBytes = { ...ids, traceId: bytes(ids.traceId), spanId: bytes(ids.spanId) };
    const spans = encode("TraceRequest", request(inBytes));
    expect(() => decode.decodeTraceProtobuf(spans, fail)).toThrow("ours");
    const logs = encode("LogsRequest", {
      resourceLogs: [{ scopeLogs: [{ logRecords: [inBytes] }] }],
    });
    expect(() => decode.decodeLogsProtobuf(logs, fail)).toThrow("ours");
    // whole outside, broken inside
    const packed = { resourceSpans: [{ scopeSpans: [{ spans: [Uint8Array.of(1, 2)] }] }] };
    expect(decode.decodeTraceProtobuf(encode("PackedRequest", packed), fail)).toMatchObject({
      ok: false,
      code: "invalid",
    });
  });

  test("takes enums by name, ids in capitals or base64, integers as numbers, and unknown fields", () => {
    const other = {
      ...span,
      traceId: ids.traceId.toUpperCase(),
      spanId: bytes(ids.spanId).toString("base64"),
      kind: "SPAN_KIND_CLIENT",
      status: { code: "STATUS_CODE_ERROR", message: "no" },
      somethingNew: [1],
    };
    expect(decodeTraceJson(request(other))).toEqual(json);
    expect(readValue({ intValue: 7 })).toBe(7);
    expect(readValue({ bytesValue: Uint8Array.of(1, 2) })).toBe("AQI=");
  });

  test("rejects spans without proper ids, with a reason", () => {
    const decoded = decodeTraceJson(request({ ...span, traceId: "abc" }));
    expect(decoded).toHaveProperty("value.rejected", ["a span whose trace id has not 16 bytes"]);
    expect(readId("0".repeat(16), 8)).toBeNull();
  });

  test("tells logs that were sent to the traces path", () => {
    const record = { eventName: "gen_ai.choice", body: { stringValue: "x" }, ...ids };
    const logs = { resourceLogs: [{ scopeLogs: [{ logRecords: [record] }] }] };
    expect(decodeLogsJson(logs)).toMatchObject({
      value: { items: [{ ...ids, eventName: "gen_ai.choice", body: "x" }] },
    });
    expect(decodeTraceJson(logs)).toMatchObject({ ok: false });
    const inBytes = { ...record, traceId: bytes(ids.traceId), spanId: bytes(ids.spanId) };
    const body = encode("LogsRequest", {
      resourceLogs: [{ scopeLogs: [{ logRecords: [inBytes] }] }],
    });
    expect(decodeLogsProtobuf(body)).toEqual(decodeLogsJson(logs));
    expect(decodeTraceProtobuf(body)).toMatchObject({ ok: false, code: "invalid" });
  });

  test("settles whatever it is given, without throwing", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.uint8Array({ maxLength: 200 }), (value, body) => {
        decodeTraceJson(value);
        decodeLogsJson(value);
        decodeTraceJson({ resourceSpans: [{ scopeSpans: [{ spans: [value] }] }] });
        decodeTraceProtobuf(body);
        decodeLogsProtobuf(body);
        readValue(value);
      }),
    );
  });
});

describe("answering an exporter", () => {
  test("says nothing when all is well", () => {
    expect(encodeResponseProtobuf(null)).toHaveLength(0);
    expect(encodeResponseJson("logs", null)).toBe("{}");
  });

  test("says how many were rejected, in both encodings", () => {
    const partial = { rejected: 2, message: "no ids" };
    expect(JSON.parse(encodeResponseJson("traces", partial))).toEqual({
      partialSuccess: { rejectedSpans: "2", errorMessage: "no ids" },
    });
    expect(encodeResponseJson("logs", partial)).toContain("rejectedLogRecords");
    expect([...encodeResponseProtobuf(partial)]).toEqual([
      0x0a,
      10,
      0x08,
      2,
      0x12,
      6,
      ...Buffer.from("no ids"),
    ]);
  });

  test("refuses with a status", () => {
    expect([...encodeStatusProtobuf(3, "no")]).toEqual([0x08, 3, 0x12, 2, 0x6e, 0x6f]);
    expect(JSON.parse(encodeStatusJson(14, "later"))).toEqual({ code: 14, message: "later" });
  });
});
