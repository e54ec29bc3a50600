import { randomBytes } from "node:crypto";
import { createReadStream, existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditLog, calls, imports, nodes, rejectedRecords, traces } from "@/db/schema";
import { addsUp, type Receipt } from "@/lib/imports/receipt";
import { makeTestWorkspace, openTestDatabase } from "@/lib/server/testing";
import { importFile } from "./import-file";

let test: Awaited<ReturnType<typeof openTestDatabase>>;
let home: Awaited<ReturnType<typeof makeTestWorkspace>>;

beforeAll(async () => {
  test = await openTestDatabase();
  home = await makeTestWorkspace(test.db);
});
afterAll(() => test?.close());

async function* bytes(...parts: (string | Uint8Array)[]) {
  for (const part of parts) yield typeof part === "string" ? Buffer.from(part) : part;
}

async function send(body: AsyncIterable<Uint8Array>, to = home) {
  const { workspaceId, actor } = to;
  return importFile({ workspaceId, actor, name: "file", source: "upload", bytesTotal: null, body });
}

async function receiptOf(body: AsyncIterable<Uint8Array>, to = home): Promise<Receipt> {
  const result = await send(body, to);
  if (!result.ok) throw new Error(result.message);
  return result.value;
}

/** A call of a growing conversation: turn 3 quotes turns 1 and 2. */
function turn(trace: string, n: number, extra: object = {}) {
  const messages = [{ role: "system", content: "You help." }];
  for (let i = 1; i <= n; i += 1) {
    messages.push({ role: "user", content: `${trace} question ${i}` });
    if (i < n) messages.push({ role: "assistant", content: `answer ${i}` });
  }
  return {
    trace_id: trace,
    span_id: `${trace}:${n}`,
    agent: "helper",
    step_type: "reply",
    model: "gpt-4.1",
    provider: "openai",
    messages,
    response: { content: `answer ${n}`, tool_calls: null },
    tools: [],
    input_tokens: 100 * n,
    output_tokens: 10,
    started_at: `2026-01-02T03:0${n}:00Z`,
    latency_ms: 1500,
    error: null,
    correct: true,
    ...extra,
  };
}

const lines = (...records: unknown[]) =>
  records
    .map((record) => (typeof record === "string" ? record : JSON.stringify(record)))
    .join("\n");

describe("importFile", () => {
  it("stores each message of a growing conversation once and says what it read", async () => {
    const own = await makeTestWorkspace(test.db, "conversation");
    const receipt = await receiptOf(bytes(lines(turn("t", 1), turn("t", 2), turn("t", 3))), own);
    expect(receipt).toMatchObject({
      state: "done",
      format: "assay",
      records: 3,
      calls: { new: 3, known: 0 },
      traces: 1,
      flags: { errored: 0, without_ground_truth: 0, without_text: 0, near_duplicate: 0 },
      found: { agents: ["helper"], models: ["gpt-4.1"], "step types": ["reply"] },
    });
    const stored = await test.db.select().from(nodes).where(eq(nodes.workspaceId, own.workspaceId));
    expect(stored).toHaveLength(7);
    const [trace] = await test.db
      .select()
      .from(traces)
      .where(eq(traces.workspaceId, own.workspaceId));
    expect(trace?.outcome).toBe(true);
    expect(new Date(trace?.endedAt ?? 0).toISOString()).toBe("2026-01-02T03:03:01.500Z");
  });

  it("knows a file sent again, and nothing changes", async () => {
    const own = await makeTestWorkspace(test.db, "again");
    const file = lines(turn("t", 1), turn("t", 2), { ...turn("t", 3), span_id: null });
    await receiptOf(bytes(file), own);
    const before = await contents(own.workspaceId);
    const again = await receiptOf(bytes(gzipSync(file)), own);
    expect(again.calls).toEqual({
      new: 0,
      known: 3,
      known_of_which: { completed: 0, conflicting: 0 },
    });
    expect(await contents(own.workspaceId)).toEqual(before);
  });

  it("completes a call from a second view of it, and moves the totals by the difference", async () => {
    const own = await makeTestWorkspace(test.db, "complete");
    await receiptOf(bytes(lines(turn("t", 1, { input_tokens: null }))), own);
    const receipt = await receiptOf(bytes(lines(turn("t", 1))), own);
    expect(receipt.calls.known_of_which).toEqual({ completed: 1, conflicting: 0 });
    expect(await totalsOf(own.workspaceId)).toEqual({ calls: 1, input: 100, known: 1 });
  });

  it("keeps the first of two that conflict and lists the other with its line", async () => {
    const own = await makeTestWorkspace(test.db, "conflict");
    const other = turn("t", 1, { response: { content: "something else", tool_calls: null } });
    const receipt = await receiptOf(bytes(lines(turn("t", 1), "", other)), own);
    expect(receipt.calls).toMatchObject({ new: 1, known: 1, known_of_which: { conflicting: 1 } });
    const [row] = await test.db
      .select()
      .from(rejectedRecords)
      .where(eq(rejectedRecords.workspaceId, own.workspaceId));
    expect(row).toMatchObject({ line: 3, ordinal: 2, why: "conflicting" });
    const [kept] = await test.db
      .select({ preview: calls.preview })
      .from(calls)
      .where(eq(calls.workspaceId, own.workspaceId));
    expect(kept?.preview).toBe("answer 1");
  });

  it("counts identical records without a span id as the calls they are, in every upload", async () => {
    const own = await makeTestWorkspace(test.db, "twins");
    const bare = { step_type: "greet", prompt: "hello", response: "Hi", correct: null };
    const first = await receiptOf(bytes(lines(bare, bare)), own);
    expect(first.calls.new).toBe(2);
    const second = await receiptOf(bytes(lines(bare, bare, bare)), own);
    expect(second.calls).toMatchObject({ new: 1, known: 2 });
  });

  it("accounts for every record of a damaged file", async () => {
    const receipt = await receiptOf(
      bytes(lines(turn("d", 1), "{broken", { hello: "world" }, turn("d", 2), '{"cut": ')),
    );
    expect(receipt).toMatchObject({ records: 5, calls: { new: 2 }, other: 1, unparseable: 2 });
    expect(addsUp(receipt)).toBe(true);
    expect(receipt.rejected_url).toContain(receipt.import);
  });

  it.each([
    ["more tokens than a column holds", { input_tokens: 3e9 }, "input_tokens"],
    ["counts whose sum no column holds", { input_tokens: 2e9, output_tokens: 2e9 }, "input_tokens"],
    ["an attempt beyond counting", { attempt: 3e9 }, "attempt"],
    ["an endless latency", { latency_ms: 1e308 }, "latency_ms"],
    ["a start in the year 0", { started_at: "0000-01-01T00:00:00Z" }, "started_at"],
    ["a start in the year 10000", { started_at: "9999-12-31T23:00:00-05:00" }, "started_at"],
    ["a cost that swallows all sums", { cost_usd: 1e300 }, "cost_usd"],
    ["an id that no index holds", { trace_id: randomBytes(4000).toString("hex") }, "trace_id"],
  ])("keeps the others of a file where one record has %s", async (_what, poison, field) => {
    const own = await makeTestWorkspace(test.db, "poison");
    const receipt = await receiptOf(
      bytes(lines(turn("p", 1), turn("p", 2, poison), turn("p", 3))),
      own,
    );
    expect(receipt).toMatchObject({ state: "done", calls: { new: 2 }, unparseable: 1 });
    const [row] = await test.db
      .select()
      .from(rejectedRecords)
      .where(eq(rejectedRecords.workspaceId, own.workspaceId));
    expect(row).toMatchObject({ line: 2, reason: expect.stringContaining(`${field}: expected`) });
  });

  it("keeps what was read before a gzip file breaks off, and says so", async () => {
    const own = await makeTestWorkspace(test.db, "cut gzip");
    const many = Array.from({ length: 900 }, (_, i) => turn(`cut ${i}`, 1));
    const packed = gzipSync(lines(...many));
    const receipt = await receiptOf(bytes(packed.subarray(0, packed.length - 2000)), own);
    expect(receipt.state).toBe("interrupted");
    expect(receipt.problem).toMatch(/cut off/);
    expect(receipt.records).toBeGreaterThan(100);
    expect(addsUp(receipt)).toBe(true);
  });

  it.each([
    ["an empty file", bytes(), /empty/i],
    ["a picture", bytes(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0])), /PNG/],
    ["a broken gzip", bytes(new Uint8Array([0x1f, 0x8b, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8])), /gzip/],
    ["a CSV", bytes("id,model,prompt\n1,gpt,hello\n2,gpt,bye\n"), /CSV/],
    ["another shape", bytes(lines({ foo: 1 }, { bar: 2 })), /foo, bar/],
  ])("refuses %s as a whole and stores nothing of it", async (_name, body, message) => {
    const own = await makeTestWorkspace(test.db, "refused");
    const result = await send(body, own);
    expect(result).toMatchObject({ ok: false, message: expect.stringMatching(message) });
    const rows = await test.db
      .select()
      .from(imports)
      .where(eq(imports.workspaceId, own.workspaceId));
    expect(rows).toMatchObject([{ state: "refused", records: 0, callsNew: 0 }]);
  });

  it("keeps exactly what it counted when the sender goes away", async () => {
    const own = await makeTestWorkspace(test.db, "cancel");
    async function* cutOff() {
      yield Buffer.from(`${lines(...Array.from({ length: 700 }, (_, i) => turn(`c${i}`, 1)))}\n`);
      throw new Error("aborted");
    }
    const receipt = await receiptOf(cutOff(), own);
    expect(receipt.state).toBe("cancelled");
    expect(addsUp(receipt)).toBe(true);
    const [{ count } = { count: -1 }] = await test.db
      .select({ count: sql<number>`count(*)::int` })
      .from(calls)
      .where(eq(calls.workspaceId, own.workspaceId));
    expect(count).toBe(receipt.calls.new);
    expect(count).toBeGreaterThan(0);
  });

  it("takes two overlapping uploads at once without losing or doubling a call", async () => {
    const own = await makeTestWorkspace(test.db, "at once");
    const some = (from: number, to: number) =>
      lines(...Array.from({ length: to - from }, (_, i) => turn(`o${from + i}`, 1)));
    const [a, b] = await Promise.all([
      receiptOf(bytes(some(0, 800)), own),
      receiptOf(bytes(some(400, 1200)), own),
    ]);
    expect(a.calls.new + b.calls.new).toBe(1200);
    expect(a.calls.known + b.calls.known).toBe(400);
    expect((await totalsOf(own.workspaceId)).calls).toBe(1200);
  });

  it("stores a hostile record as text and never a NUL", async () => {
    const own = await makeTestWorkspace(test.db, "hostile");
    const content = '<script>alert(1)</script>\u0000\ud800 "quoted" \\ {NULL} \u202eabc';
    const receipt = await receiptOf(
      bytes(lines(turn("h", 1, { response: { content, tool_calls: null }, agent: "NULL" }))),
      own,
    );
    expect(receipt.calls.new).toBe(1);
    const [row] = await test.db.select().from(calls).where(eq(calls.workspaceId, own.workspaceId));
    expect(row?.agent).toBe("NULL");
    expect(row?.preview).toContain("<script>");
  });

  it("writes who did it into the audit log", async () => {
    const own = await makeTestWorkspace(test.db, "audit");
    const receipt = await receiptOf(bytes(lines(turn("t", 1))), own);
    const rows = await test.db
      .select({ action: auditLog.action, actor: auditLog.actor })
      .from(auditLog)
      .where(and(eq(auditLog.workspaceId, own.workspaceId), eq(auditLog.subject, receipt.import)));
    expect(rows.map((row) => row.action).toSorted()).toEqual(["import.finish", "import.start"]);
    expect(rows.every((row) => row.actor === own.actor)).toBe(true);
  });
});

describe("importFile on real traces", () => {
  const folder = process.env.ASSAY_REAL_TRACES ?? "";
  const there = existsSync(join(folder, "tau2-bench", "calls.jsonl.gz"));
  it.skipIf(!there).each([
    ["tau2-bench", 1126, 50],
    ["mini-swe-agent", 400, 8],
    ["crewai", 701, 281],
    ["metagpt", 216, 0],
    ["tau-bench-airline", 480, 40],
  ])("reads every call of %s, and knows them all the second time", async (name, count, runs) => {
    const own = await makeTestWorkspace(test.db, name);
    const file = join(folder, name, "calls.jsonl.gz");
    const first = await receiptOf(createReadStream(file), own);
    expect(first).toMatchObject({ records: count, calls: { new: count }, traces: runs });
    expect(first.bytes.received).toBe(statSync(file).size);
    const before = await contents(own.workspaceId);
    const second = await receiptOf(createReadStream(file), own);
    expect(second.calls).toEqual({
      new: 0,
      known: count,
      known_of_which: { completed: 0, conflicting: 0 },
    });
    expect(await contents(own.workspaceId)).toEqual(before);
    expect((await totalsOf(own.workspaceId)).calls).toBe(count);
  });
});

async function totalsOf(workspaceId: string) {
  const [row] = await test.db.execute<{ calls: number; input: number; known: number }>(sql`
    SELECT sum(calls)::int AS calls, sum(input_tokens)::int AS input, sum(input_known)::int AS known
    FROM (
      SELECT workspace_id, calls, input_tokens, input_known FROM totals
      UNION ALL
      SELECT workspace_id, calls, input_tokens, input_known FROM total_deltas
    ) AS kept WHERE workspace_id = ${workspaceId}`);
  return row ?? { calls: 0, input: 0, known: 0 };
}

/** A digest of every row that an import may write, but for the imports themselves. */
async function contents(workspaceId: string) {
  const tables = [
    "calls",
    "nodes",
    "traces",
    "kinds",
    "clusters",
    "request_settings",
    "total_deltas",
  ];
  const digests = tables.map(async (table) => {
    const [row] = await test.db.execute<{ digest: string }>(sql`
      SELECT md5(coalesce(string_agg(row::text, '|' ORDER BY row::text), '')) AS digest
      FROM ${sql.identifier(table)} row WHERE workspace_id = ${workspaceId}`);
    return [table, row?.digest];
  });
  return Object.fromEntries(await Promise.all(digests));
}
