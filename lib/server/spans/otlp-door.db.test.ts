import { gzipSync } from "node:zlib";
import protobuf from "protobufjs/light.js";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { POST as postEvents } from "@/app/api/langfuse/api/public/ingestion/route";
import { POST as postLogs } from "@/app/api/otel/v1/logs/route";
import { POST as postMetrics } from "@/app/api/otel/v1/metrics/route";
import { POST as postSpans } from "@/app/api/otel/v1/traces/route";
import { createDatabase } from "@/db/client";
import { closePastDays, closeStaleImports } from "@/db/commands/write-import";
import { calls, imports } from "@/db/schema";
import { descriptor } from "@/lib/otlp/descriptor";
import { closeDatabase } from "@/lib/server/database";
import { openTestDatabase } from "@/lib/server/testing";
import { atDoor } from "./at-door";
import { receiveOtlp } from "./receive-otlp";
import { makeTestKey } from "./testing";
import { askOf } from "./testing-request";
import { stalledBody, streamed } from "./testing-stall";

let test: Awaited<ReturnType<typeof openTestDatabase>>;
let home: Awaited<ReturnType<typeof makeTestKey>>;

beforeAll(async () => {
  test = await openTestDatabase();
  home = await makeTestKey(test.db, "doors");
});
afterAll(() => test?.close());

const ask = (
  body: BodyInit,
  sent: { headers?: Record<string, string>; key?: string | null } = {},
) => askOf(body, { key: home.secret, ...sent });

const attribute = (key: string, value: object) => ({ key, value });
const hex = (n: number, length: number) => n.toString(16).padStart(length, "0");

/** A span of the conventions of OpenTelemetry, as an exporter writes it in JSON. */
const chat = (n: number, withContent = true) => ({
  traceId: hex(n, 32),
  spanId: hex(n, 16),
  name: "chat gpt-4.1",
  kind: 3,
  startTimeUnixNano: "1795294372545000000",
  endTimeUnixNano: "1795294373545000000",
  attributes: [
    attribute("gen_ai.operation.name", { stringValue: "chat" }),
    attribute("gen_ai.provider.name", { stringValue: "openai" }),
    attribute("gen_ai.request.model", { stringValue: "gpt-4.1" }),
    attribute("gen_ai.usage.input_tokens", { intValue: "30" }),
    attribute("gen_ai.usage.output_tokens", { intValue: 4 }),
    ...(withContent ? [messages("input", "user"), messages("output", "assistant")] : []),
  ],
});
const messages = (side: string, role: string) =>
  attribute(`gen_ai.${side}.messages`, {
    stringValue: JSON.stringify([{ role, parts: [{ type: "text", content: `${role} says` }] }]),
  });

const request = (...spans: object[]) => ({ resourceSpans: [{ scopeSpans: [{ spans }] }] });
const json = (...spans: object[]) => JSON.stringify(request(...spans));

const root = protobuf.Root.fromJSON(descriptor);
function encoded(type: string, value: object): Buffer {
  const found = root.lookupType(type);
  return Buffer.from(found.encode(found.fromObject(value)).finish());
}
const decoded = async (type: string, answer: Response) => {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  return root.lookupType(type).decode(bytes).toJSON();
};
const PROTOBUF = { "content-type": "application/x-protobuf" };

const callsOf = (workspaceId: string) =>
  test.db.select().from(calls).where(eq(calls.workspaceId, workspaceId));

describe("the OTLP door", () => {
  it("takes JSON, packed or not, and answers in JSON", async () => {
    const own = await makeTestKey(test.db, "json");
    const plain = await postSpans(ask(json(chat(1)), { key: own.secret }));
    expect([plain.status, plain.headers.get("content-type")]).toEqual([200, "application/json"]);
    expect(await plain.json()).toEqual({});
    const headers = {
      "content-encoding": "gzip",
      "content-type": "application/json; charset=utf-8",
    };
    const packed = await postSpans(
      ask(gzipSync(json(chat(1), chat(2))), { headers, key: own.secret }),
    );
    expect(packed.status).toBe(200);
    expect(await callsOf(own.workspaceId)).toHaveLength(2);
  });

  it("takes protobuf, and makes the same call of it", async () => {
    const own = await makeTestKey(test.db, "protobuf");
    const bytes = (one: ReturnType<typeof chat>) => ({
      ...one,
      traceId: Buffer.from(one.traceId, "hex"),
      spanId: Buffer.from(one.spanId, "hex"),
    });
    const body = encoded("TraceRequest", request(bytes(chat(1))));
    const answer = await postSpans(
      ask(new Uint8Array(body), { headers: PROTOBUF, key: own.secret }),
    );
    expect([answer.status, answer.headers.get("content-type")]).toEqual([
      200,
      "application/x-protobuf",
    ]);
    expect((await answer.arrayBuffer()).byteLength).toBe(0);
    await postSpans(ask(json(chat(1)), { key: own.secret }));
    const [row, ...more] = await callsOf(own.workspaceId);
    expect(more).toEqual([]);
    expect(row).toMatchObject({ inputTokens: 30, outputTokens: 4, latencyMs: 1000 });
  });

  it("takes the key as Bearer, as Basic from either side, and as x-api-key", async () => {
    const basic = (text: string) => `Basic ${Buffer.from(text).toString("base64")}`;
    const { secret } = home;
    const ways: Record<string, string>[] = [
      { authorization: basic(`pk-lf-1:${secret}`) },
      { authorization: basic(`${secret}:`) },
      { "x-api-key": secret },
    ];
    for (const headers of ways) {
      const answer = await postSpans(ask(json(chat(1)), { headers, key: null }));
      expect(answer.status).toBe(200);
    }
    const none: Record<string, string>[] = [
      {},
      { authorization: "Bearer no" },
      { authorization: basic("a:b") },
    ];
    for (const headers of none) {
      const answer = await postSpans(ask(json(chat(1)), { headers, key: null }));
      expect([answer.status, (await answer.json()).code]).toEqual([401, 16]);
    }
  });

  it.each([
    ["another content type", "x", { "content-type": "text/plain" }, 415],
    ["another packing", "x", { "content-encoding": "zstd" }, 415],
    ["no JSON", "{", {}, 400],
    ["an empty body", "", {}, 400],
    ["JSON that is no export", "[1]", {}, 400],
    ["broken gzip", "x", { "content-encoding": "gzip" }, 400],
    ["no protobuf", "\u0001\u0002", PROTOBUF, 400],
  ])("refuses %s", async (_what, body, headers, status) => {
    const answer = await postSpans(ask(body, { headers }));
    expect(answer.status).toBe(status);
    const isProtobuf = answer.headers.get("content-type") === "application/x-protobuf";
    const said = isProtobuf ? await decoded("Status", answer) : await answer.json();
    expect(said).toMatchObject({ code: 3, message: expect.any(String) });
  });

  it("refuses what is too large once unpacked", async () => {
    const bomb = gzipSync(Buffer.alloc(65 * 1024 * 1024, 32));
    const headers = { "content-encoding": "gzip" };
    const answer = await postSpans(ask(new Uint8Array(bomb), { headers }));
    expect([answer.status, (await answer.json()).code]).toEqual([413, 8]);
  });

  it("says what it left out, and what to switch on", async () => {
    const answer = await postSpans(ask(json(chat(11, false), { ...chat(12), traceId: "00" })));
    expect(answer.status).toBe(200);
    const { partialSuccess } = await answer.json();
    expect(partialSuccess.rejectedSpans).toBe("1");
    expect(partialSuccess.errorMessage).toContain(
      "OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT",
    );
  });

  it("answers protobuf by protobuf, whatever it has to say", async () => {
    const id = (bytes: number) => Buffer.alloc(bytes, 9).toString("base64");
    const kind = root.lookupType("TraceRequest");
    const spans = [{ ...chat(13), traceId: id(16), spanId: id(8) }, { name: "without ids" }];
    const body = new Uint8Array(kind.encode(kind.fromObject(request(...spans))).finish());
    const some = await postSpans(ask(body, { headers: PROTOBUF }));
    expect(some.status).toBe(200);
    expect(await decoded("ExportResponse", some)).toMatchObject({
      partialSuccess: { errorMessage: expect.stringContaining("Not read: a span") },
    });
    const stranger = await postSpans(ask(body, { headers: PROTOBUF, key: "assay_wrong" }));
    expect(stranger.status).toBe(401);
    expect(await decoded("Status", stranger)).toMatchObject({ code: 16 });
    const large = new Uint8Array(gzipSync(Buffer.alloc(65 * 1024 * 1024)));
    const headers = { ...PROTOBUF, "content-encoding": "gzip" };
    const tooLarge = await postSpans(ask(large, { headers }));
    expect(tooLarge.status).toBe(413);
    expect(await decoded("Status", tooLarge)).toMatchObject({ code: 8 });
  });

  it("refuses logs on the path of spans, and drops metrics", async () => {
    const logs = JSON.stringify({ resourceLogs: [] });
    expect((await postSpans(ask(logs))).status).toBe(400);
    expect((await postLogs(ask(logs))).status).toBe(200);
    expect((await postMetrics(ask("{}"))).status).toBe(200);
    expect(postMetrics(ask("x", { headers: { "content-type": "text/plain" } })).status).toBe(415);
  });

  it("ends a body that stops coming, and says so as each sender reads it", async () => {
    const patience = { still: 20, whole: 60_000 };
    const authorization = `Bearer ${home.secret}`;
    const packed = { "content-encoding": "gzip" };
    const TYPES = [PROTOBUF, { "content-type": "application/json" }];
    for (const headers of TYPES.flatMap((type) => [type, { ...type, ...packed }])) {
      const { body, seen } = stalledBody(Buffer.from("{"));
      const request = streamed(body, { authorization, ...headers });
      const answer = await receiveOtlp(request, "traces", "otlp", patience);
      expect([answer.status, answer.headers.get("connection")]).toEqual([408, "close"]);
      const type = answer.headers.get("content-type");
      expect(type).toBe(headers["content-type"]);
      const said = type === "application/json" ? answer.json() : decoded("Status", answer);
      expect(await said).toEqual({ code: 4, message: expect.stringContaining("Send it again") });
      expect(seen.cancelled).toBe(true);
    }
    const taken = () => Promise.reject(new Error("there is no body"));
    const request = streamed(stalledBody(Buffer.from("{")).body, { authorization });
    const answer = await atDoor(request, taken, patience);
    expect([answer.status, answer.headers.get("connection")]).toEqual([408, "close"]);
    expect(await answer.json()).toHaveProperty("detail", expect.stringContaining("Send it again"));
  });

  it("asks to send again when the database does not answer", async () => {
    const kept: { assayDatabase?: unknown } = globalThis as never;
    await closeDatabase();
    kept.assayDatabase = createDatabase("postgres://nobody@127.0.0.1:1/none");
    try {
      for (const headers of [{}, PROTOBUF]) {
        const answer = await postSpans(ask(json(chat(1)), { headers }));
        expect(answer.status).toBe(503);
        expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
      }
      expect((await postEvents(ask(`{"batch":[]}`))).status).toBe(503);
    } finally {
      await closeDatabase();
    }
    expect((await postSpans(ask(json(chat(1))))).status).toBe(200);
  });

  it("keeps one import a key and day, which no upkeep interrupts before the day is over", async () => {
    const own = await makeTestKey(test.db, "day");
    await Promise.all([1, 2, 3].map((n) => postSpans(ask(json(chat(n)), { key: own.secret }))));
    const rows = () =>
      test.db.select().from(imports).where(eq(imports.workspaceId, own.workspaceId));
    const [row, ...more] = await rows();
    expect(more).toEqual([]);
    expect(row).toMatchObject({ source: "otlp", state: "running", records: 3, callsNew: 3 });
    const long = new Date(Date.now() - 3_600_000).toISOString();
    await test.db
      .update(imports)
      .set({ heartbeatAt: long })
      .where(eq(imports.id, row?.id ?? ""));
    await closeStaleImports(test.db);
    await closePastDays(test.db);
    expect((await rows())[0]?.state).toBe("running");
    const yesterday = new Date(Date.now() - 86_400_000).toISOString();
    await test.db
      .update(imports)
      .set({ createdAt: yesterday })
      .where(eq(imports.id, row?.id ?? ""));
    await closePastDays(test.db);
    expect((await rows())[0]?.state).toBe("done");
  });
});
