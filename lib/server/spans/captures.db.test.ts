import { createReadStream, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { POST as postEvents } from "@/app/api/langfuse/api/public/ingestion/route";
import { POST as postLangfuseSpans } from "@/app/api/langfuse/api/public/otel/v1/traces/route";
import { POST as postFeedback } from "@/app/api/langsmith/feedback/route";
import { POST as postRuns } from "@/app/api/langsmith/runs/multipart/route";
import { POST as postLogs } from "@/app/api/otel/v1/logs/route";
import { POST as postSpans } from "@/app/api/otel/v1/traces/route";
import { calls, imports, traces } from "@/db/schema";
import type { WorkspaceId } from "@/lib/ids";
import { addsUp } from "@/lib/imports/receipt";
import { importFile } from "@/lib/server/imports/import-file";
import { toReceipt } from "@/lib/server/imports/to-receipt";
import { makeTestWorkspace, openTestDatabase } from "@/lib/server/testing";
import { contentsOf, keptTotals, makeTestKey, recount } from "./testing";

const folder = process.env["ASSAY_CAPTURES"] ?? "";
const clients = existsSync(folder)
  ? readdirSync(folder).filter((name) => existsSync(join(folder, name, "expected.json")))
  : [];

const doors: Record<string, (request: Request) => Promise<Response>> = {
  "/v1/traces": postSpans,
  "/v1/logs": postLogs,
  "/api/public/otel/v1/traces": postLangfuseSpans,
  "/api/public/ingestion": postEvents,
  "/runs/multipart": postRuns,
  "/feedback": postFeedback,
};

const Meta = z.object({
  path: z.string(),
  headers: z.record(z.string(), z.string()),
  answered: z.object({ status: z.number() }),
});

const Expected = z.object({
  in_payload: z.object({ llm_records: z.number(), traces_or_sessions: z.number() }),
  calls: z.array(
    z.object({
      step: z.string(),
      model_returned: z.string().nullable(),
      input_tokens: z.number().nullable(),
      cached_input_tokens: z.number().nullable(),
      output_tokens: z.number().nullable(),
      error: z.unknown(),
      text: z.string().nullable(),
      correct: z.boolean().nullable(),
    }),
  ),
});

let test: Awaited<ReturnType<typeof openTestDatabase>>;

beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test?.close());

/** Sends recorded bodies through the door that their path names, in this order. */
async function replay(client: string, secret: string, names: readonly string[]) {
  for (const name of names) {
    const at = join(folder, client, name);
    const meta = Meta.parse(JSON.parse(readFileSync(at, "utf8")));
    const file = ["json", "bin"].map((end) => at.replace("meta.json", end)).find(existsSync);
    const headers = new Headers(meta.headers);
    headers.delete("transfer-encoding");
    headers.set("authorization", `Bearer ${secret}`);
    const body = readFileSync(file ?? "");
    const request = new Request(`http://localhost${meta.path}`, { method: "POST", headers, body });
    const answer = await doors[meta.path]?.(request);
    expect([name, answer?.status]).toEqual([name, meta.answered.status]);
    expect(answer?.headers.get("content-type")).toContain(
      headers.get("content-type")?.includes("protobuf") ? "protobuf" : "json",
    );
  }
}

const bodiesOf = (client: string) =>
  readdirSync(join(folder, client)).filter((name) => name.endsWith(".meta.json"));

/** Some instrumentations have no way to say how well a call went. */
const holdsOutcomes = (client: string) =>
  readdirSync(join(folder, client)).some((name) => {
    if (name.endsWith(".md") || name === "expected.json") return false;
    const bytes = readFileSync(join(folder, client, name));
    const text = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString("latin1");
    return /evaluation\.result|score-create|"feedback_source"/u.test(text);
  });

/** What is known of right and wrong: of calls, or where the source names none, of runs. */
async function outcomesOf(workspaceId: string) {
  const ofCalls = await test.db
    .select({ outcome: calls.correct })
    .from(calls)
    .where(
      and(eq(calls.workspaceId, workspaceId), isNotNull(calls.correct), isNull(calls.mergedInto)),
    );
  const ofRuns = await test.db
    .select({ outcome: traces.outcome })
    .from(traces)
    .where(and(eq(traces.workspaceId, workspaceId), isNotNull(traces.outcome)));
  return sorted((ofCalls.length > 0 ? ofCalls : ofRuns).map((row) => row.outcome));
}

async function storedOf(workspaceId: string) {
  const rows = await test.db
    .select()
    .from(calls)
    .where(and(eq(calls.workspaceId, workspaceId), isNull(calls.mergedInto)));
  return rows.map((row) => ({
    step: row.stepType,
    failed: row.error !== null,
    input: row.error === null ? row.inputTokens : null,
    output: row.error === null ? row.outputTokens : null,
  }));
}

const sorted = <T>(rows: readonly T[]) =>
  rows.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

const withoutWorkspace = (contents: object): unknown =>
  JSON.parse(
    JSON.stringify(contents, (key, value) => (key === "workspace_id" ? undefined : value)),
  );

describe.skipIf(clients.length === 0)(
  "what real clients sent (skipped unless ASSAY_CAPTURES names its folder)",
  () => {
    it.each(clients.length > 0 ? clients : ["each"])(
      "%s gives the calls that the provider saw, in any order and twice",
      async (client) => {
        const names = bodiesOf(client);
        const home = await makeTestKey(test.db, client);
        await replay(client, home.secret, names);
        const expected = Expected.parse(
          JSON.parse(readFileSync(join(folder, client, "expected.json"), "utf8")),
        );
        const isComplete = expected.in_payload.llm_records === expected.calls.length;
        const truth = expected.calls
          .filter((call) => isComplete || call.error === null)
          .map((call) => ({
            step: call.step,
            failed: call.error !== null,
            input: call.error === null ? call.input_tokens : null,
            output: call.error === null ? call.output_tokens : null,
          }));
        expect(sorted(await storedOf(home.workspaceId))).toEqual(sorted(truth));
        const outcomes = expected.calls.flatMap((call) => call.correct ?? []);
        expect(await outcomesOf(home.workspaceId)).toEqual(
          holdsOutcomes(client) ? sorted(outcomes) : [],
        );
        const once = await contentsOf(test.db, home.workspaceId);
        await replay(client, home.secret, names);
        expect(await contentsOf(test.db, home.workspaceId)).toEqual(once);
        await checkReceipts(home.workspaceId, truth.length);
        const reversed = await makeTestKey(test.db, `${client} reversed`);
        await replay(client, reversed.secret, names.toReversed());
        expect(withoutWorkspace(await contentsOf(test.db, reversed.workspaceId))).toEqual(
          withoutWorkspace(once),
        );
      },
    );
  },
);

const derived = ["langfuse-observations.json", "langsmith-runs.jsonl"].filter((name) =>
  existsSync(join(folder, "derived", name)),
);

describe.skipIf(derived.length === 0)("files of spans (skipped unless ASSAY_CAPTURES)", () => {
  it.each(derived)("%s gives every call once, and is known the second time", async (file) => {
    const home = await makeTestWorkspace(test.db, file.slice(0, 20));
    const upload = async () => {
      const { workspaceId, actor } = home;
      const body = createReadStream(join(folder, "derived", file));
      const given = { workspaceId, actor, name: file, bytesTotal: null, body };
      const result = await importFile({ ...given, source: "upload" });
      if (!result.ok) throw new Error(result.message);
      return result.value;
    };
    expect(await upload()).toMatchObject({
      calls: { new: 23, known: 0 },
      unparseable: 0,
      traces: 6,
    });
    const once = await contentsOf(test.db, home.workspaceId);
    const again = await upload();
    expect(again.calls).toMatchObject({ new: 0, known_of_which: { completed: 0, conflicting: 0 } });
    expect(await contentsOf(test.db, home.workspaceId)).toEqual(once);
    await checkReceipts(home.workspaceId, 23);
    const stored = await storedOf(home.workspaceId);
    expect(stored.filter((call) => call.failed)).toHaveLength(1);
    const count = (step: string) => stored.filter((call) => call.step === step).length;
    expect(["plan_next_action", "summarize_tool_output", "extract_field"].map(count)).toEqual([
      11, 6, 6,
    ]);
  });
});

async function checkReceipts(workspaceId: WorkspaceId, count: number) {
  const rows = await test.db.select().from(imports).where(eq(imports.workspaceId, workspaceId));
  const receipts = rows.map(toReceipt);
  expect(receipts.every(addsUp)).toBe(true);
  const live = receipts.reduce((sum, one) => sum + one.calls.new - one.merged_later, 0);
  expect(live).toBe(count);
  const kept = await keptTotals(test.db, workspaceId);
  const plain = kept.map(({ tier: _t, cost_source: _c, ...row }) => row);
  expect(plain).toEqual(await recount(test.db, workspaceId));
}
