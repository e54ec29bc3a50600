import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { getCallRecord } from "@/db/queries/calls/get-call-record";
import { calls, nodes, traces } from "@/db/schema";
import type { CallRecord, Message } from "@/lib/calls/call";
import { canonicalJson } from "@/lib/calls/canonical";
import { callRowId, traceRowId } from "@/lib/calls/identity";
import { assayFormat } from "@/lib/formats/assay/assay-format";
import { getKeyedDigest } from "@/lib/server/digest";
import { generateLines } from "@/lib/server/bench/generate-file";
import { makeTestWorkspace, openTestDatabase } from "@/lib/server/testing";
import { canonicalRecord } from "./derive-call";
import { importFile } from "./import-file";

let test: Awaited<ReturnType<typeof openTestDatabase>>;

beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test?.close());

/** The lines of several agents that run at once, so that no line goes on where the last one ended. */
function interleavedLines(): string[] {
  const agents = ["a", "b", "c"].map((agent) => generateLines("full-prefix", agent));
  return Array.from({ length: 75 }, (_, i) => {
    const agent = i % 3;
    const line = JSON.parse(String(agents[agent]?.next().value));
    return JSON.stringify({ ...line, trace_id: `${agent}-${line.trace_id}`, span_id: `s${i}` });
  });
}

/** Parsed alone and anew, so that nothing is known of any object in it. */
function readAlone(line: string): CallRecord {
  const reading = assayFormat.read(JSON.parse(line));
  if (reading.kind !== "call") throw new Error(reading.reason);
  return canonicalRecord(reading.call);
}

it("stores of messages that calls share what the plain functions say of each call alone", async () => {
  const { workspaceId, actor } = await makeTestWorkspace(test.db, "golden");
  const lines = interleavedLines();
  const sent = { workspaceId, actor, name: "file", source: "upload", bytesTotal: null } as const;
  const body = (async function* () {
    for (const line of lines) yield Buffer.from(`${line}\n`);
  })();
  const received = await importFile({ ...sent, body });
  expect(received).toMatchObject({ ok: true, value: { calls: { new: lines.length, known: 0 } } });

  const digest = getKeyedDigest();
  const expected = new Map<string, { parentId: string | null; depth: number; body: string }>();
  const stored = await test.db.select().from(calls).where(eq(calls.workspaceId, workspaceId));
  const byId = new Map(stored.map((row) => [row.id, row]));
  for (const line of lines) {
    const record = readAlone(line);
    const id = callRowId({ ...record, record: null, occurrence: 0 }, digest);
    const row = byId.get(id);
    if (!row) throw new Error(`${record.spanId} is not there`);
    // what the messages are made of is told by the messages where the source is silent
    expect(await getCallRecord(test.db, workspaceId, row)).toEqual({ ...record, modality: "text" });
    const scope = traceRowId(record.traceId, digest) ?? "";
    let parentId: string | null = null;
    const hang = (message: Message, depth: number) => {
      const nodeId = digest(scope, parentId, nameOf(message));
      expected.set(nodeId, { parentId, depth, body: JSON.stringify(message) });
      parentId = nodeId;
    };
    const messages = record.messages ?? [];
    messages.forEach((message, i) => hang(message, i + 1));
    expect(row.requestNodeId).toBe(parentId);
    if (record.response) hang(record.response, messages.length + 1);
    expect(row.responseNodeId).toBe(parentId);
    const { messages: _, response, ...rest } = record;
    const said = [canonicalJson(rest), messages.map(nameOf).join(), response && nameOf(response)];
    expect(row.contentId).toBe(digest("content", ...said));
  }
  const kept = await test.db.select().from(nodes).where(eq(nodes.workspaceId, workspaceId));
  expect(kept).toHaveLength(expected.size);
  for (const { id, parentId, depth, body } of kept) {
    const node = expected.get(id);
    expect({ parentId, depth, body: JSON.parse(body) }).toEqual({
      ...node,
      body: JSON.parse(node?.body ?? "null"),
    });
  }
  await expectTracesToSpan(workspaceId, stored);
});

/** The digest of a message, from its members in the order of their names. */
const nameOf = (message: Message) =>
  getKeyedDigest()(
    "message",
    ...Object.entries(message)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([key, value]) => [
        key,
        typeof value === "string" ? `"${value}` : canonicalJson(value),
      ]),
  );

/** Each trace begins with its first call and ends with the end of its last, over many batches. */
async function expectTracesToSpan(
  workspaceId: string,
  stored: readonly (typeof calls.$inferSelect)[],
) {
  const kept = await test.db.select().from(traces).where(eq(traces.workspaceId, workspaceId));
  const time = (at: string | null) => Date.parse(at ?? "");
  for (const trace of kept) {
    const own = stored.filter((call) => call.traceId === trace.id);
    expect(time(trace.startedAt)).toBe(Math.min(...own.map((call) => time(call.startedAt))));
    expect(time(trace.endedAt)).toBe(
      Math.max(...own.map((call) => time(call.startedAt) + (call.latencyMs ?? 0))),
    );
  }
}
