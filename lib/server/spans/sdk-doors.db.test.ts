import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { POST as postEvents } from "@/app/api/langfuse/api/public/ingestion/route";
import { POST as postFeedback } from "@/app/api/langsmith/feedback/route";
import { GET as getInfo } from "@/app/api/langsmith/info/route";
import { PATCH as patchRun } from "@/app/api/langsmith/runs/[run]/route";
import { POST as postBatch } from "@/app/api/langsmith/runs/batch/route";
import { POST as postRun } from "@/app/api/langsmith/runs/route";
import { POST as postRuns } from "@/app/api/langsmith/runs/multipart/route";
import { calls } from "@/db/schema";
import { openTestDatabase } from "@/lib/server/testing";
import { makeTestKey } from "./testing";
import { askOf } from "./testing-request";

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

const callsOf = (workspaceId: string) =>
  test.db.select().from(calls).where(eq(calls.workspaceId, workspaceId));

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
