import { gzipSync } from "node:zlib";
import protobuf from "protobufjs/light.js";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { POST as postEvents } from "@/app/api/langfuse/api/public/ingestion/route";
import { POST as postFeedback } from "@/app/api/langsmith/feedback/route";
import { GET as getInfo } from "@/app/api/langsmith/info/route";
import { PATCH as patchRun } from "@/app/api/langsmith/runs/[run]/route";
import { POST as postBatch } from "@/app/api/langsmith/runs/batch/route";
import { POST as postRun } from "@/app/api/langsmith/runs/route";
import { POST as postRuns } from "@/app/api/langsmith/runs/multipart/route";
import { POST as postLogs } from "@/app/api/otel/v1/logs/route";
import { POST as postMetrics } from "@/app/api/otel/v1/metrics/route";
import { POST as postSpans } from "@/app/api/otel/v1/traces/route";
import { createDatabase } from "@/db/client";
import { closePastDays, closeStaleImports } from "@/db/commands/write-import";
import { calls, imports } from "@/db/schema";
import { descriptor } from "@/lib/otlp/descriptor";
import { closeDatabase } from "@/lib/server/database";
import { openTestDatabase } from "@/lib/server/testing";
import { makeTestKey } from "./testing";

let test: Awaited<ReturnType<typeof openTestDatabase>>;
let home: Awaited<ReturnType<typeof makeTestKey>>;

beforeAll(async () => {
  test = await openTestDatabase();
  home = await makeTestKey(test.db, "doors");
});
afterAll(() => test?.close());

type Sent = { headers?: Record<string, string>; key?: string | null };

function ask(body: BodyInit, { headers = {}, key = home.secret }: Sent = {}): Request {
  const all = new Headers({ "content-type": "application/json", ...headers });
  if (key !== null && !all.has("authorization")) all.set("authorization", `Bearer ${key}`);
  return new Request("http://localhost/", { method: "POST", headers: all, body });
}

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

  it("refuses logs on the path of spans, and drops metrics", async () => {
    const logs = JSON.stringify({ resourceLogs: [] });
    expect((await postSpans(ask(logs))).status).toBe(400);
    expect((await postLogs(ask(logs))).status).toBe(200);
    expect((await postMetrics(ask("{}"))).status).toBe(200);
    expect(postMetrics(ask("x", { headers: { "content-type": "text/plain" } })).status).toBe(415);
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

describe("the door for Langfuse SDKs", () => {
  it("answers for each event by its id", async () => {
    const own = await makeTestKey(test.db, "langfuse");
    const event = (id: string, type: string, body: object) => ({
      id,
      type,
      timestamp: "2026-01-02T03:04:05.000Z",
      body,
    });
    const batch = [
      event("e1", "generation-create", {
        id: "g",
        traceId: "t",
        name: "extract",
        startTime: "2026-01-02T03:04:05.000Z",
        model: "gpt-4.1",
        input: [{ role: "user", content: "Read it." }],
        output: { role: "assistant", content: "42" },
        usage: { input: 30, output: 4, total: 34 },
      }),
      event("e2", "score-create", { traceId: "t", observationId: "g", name: "correct", value: 1 }),
      { id: "e3", type: "unheard-of" },
    ];
    const authorization = `Basic ${Buffer.from(`pk:${own.secret}`).toString("base64")}`;
    const sent = () =>
      postEvents(ask(JSON.stringify({ batch, metadata: {} }), { headers: { authorization } }));
    const answer = await sent();
    expect(answer.status).toBe(207);
    expect(await answer.json()).toMatchObject({
      successes: [
        { id: "e1", status: 201 },
        { id: "e2", status: 201 },
      ],
      errors: [{ id: "e3", status: 400 }],
    });
    await sent();
    const rows = await callsOf(own.workspaceId);
    expect(rows).toMatchObject([{ sourceSpanId: "g", correct: true, inputTokens: 30 }]);
    expect((await postEvents(ask("{}"))).status).toBe(400);
    expect((await postEvents(ask("{}", { key: "no" }))).status).toBe(401);
  });
});

describe("the door for LangSmith SDKs", () => {
  const post = (id: string) => ({
    id,
    trace_id: "t",
    name: "ChatOpenAI",
    run_type: "llm",
    start_time: "2026-01-02T03:04:05.000000",
    inputs: { messages: [{ role: "user", content: "Read it." }] },
    extra: { metadata: { ls_model_name: "gpt-4.1", ls_provider: "openai" } },
  });
  const end = {
    trace_id: "t",
    end_time: "2026-01-02T03:04:06.000000",
    outputs: { choices: [{ message: { role: "assistant", content: "42" } }] },
  };

  it("says that it takes runs in parts", async () => {
    expect(await (await getInfo()).json()).toMatchObject({
      batch_ingest_config: { use_multipart_endpoint: true },
    });
  });

  it("makes the same call of a run however it is sent", async () => {
    const key = async (name: string) => (await makeTestKey(test.db, name)).secret;
    const secrets = [await key("one by one"), await key("batch"), await key("parts")] as const;
    const as = (secret: string) => ({ headers: { "x-api-key": secret }, key: null });
    const [first, second, third] = secrets;
    await patchRun(ask(JSON.stringify(end), as(first)), { params: Promise.resolve({ run: "r" }) });
    await postRun(ask(JSON.stringify(post("r")), as(first)));
    await postBatch(
      ask(JSON.stringify({ post: [post("r")], patch: [{ id: "r", ...end }] }), as(second)),
    );
    const form = new FormData();
    const { inputs, extra, ...head } = post("r");
    form.append("post.r", new Blob([JSON.stringify(head)], { type: "application/json" }));
    form.append("post.r.inputs", JSON.stringify(inputs));
    form.append("post.r.extra", JSON.stringify(extra));
    form.append("patch.r", JSON.stringify({ ...end, outputs: undefined }));
    form.append("patch.r.outputs", JSON.stringify(end.outputs));
    form.append("attachment.r.image", new Blob([new Uint8Array([1, 2, 3])]));
    const parts = new Response(form);
    const answer = await postRuns(
      ask(await parts.arrayBuffer(), {
        headers: { "x-api-key": third, "content-type": parts.headers.get("content-type") ?? "" },
        key: null,
      }),
    );
    expect(answer.status).toBe(202);
    const score = { id: "f", run_id: "r", key: "correct", score: 0 };
    for (const secret of secrets) {
      expect((await postFeedback(ask(JSON.stringify(score), as(secret)))).status).toBe(202);
    }
    const rows = await test.db.select().from(calls).where(eq(calls.sourceSpanId, "r"));
    const said = rows.map(
      ({ workspaceId: _w, importId: _i, ordinal: _o, createdAt: _c, ...row }) => row,
    );
    expect(said).toHaveLength(3);
    expect(said[0]).toMatchObject({ correct: false, latencyMs: 1000, withoutText: false });
    expect(said[1]).toEqual(said[0]);
    expect(said[2]).toEqual(said[0]);
  });

  it("refuses what is no form, and packing that it does not know", async () => {
    const headers = { "content-type": "multipart/form-data; boundary=x" };
    expect((await postRuns(ask("no parts", { headers }))).status).toBe(400);
    expect((await postBatch(ask("x", { headers: { "content-encoding": "zstd" } }))).status).toBe(
      415,
    );
  });
});
