import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { sweepUnused } from "@/db/commands/sweep-unused";
import { callConditions } from "@/db/queries/calls/call-conditions";
import { countAlike } from "@/db/queries/calls/count-alike";
import { listCalls } from "@/db/queries/calls/list-calls";
import { calls, media, nodes, workspaces } from "@/db/schema";
import { parseCallQuery } from "@/lib/calls/call-query";
import type { Receipt } from "@/lib/imports/receipt";
import { makeTestWorkspace, openTestDatabase } from "@/lib/server/testing";
import { importFile } from "./import-file";

let test: Awaited<ReturnType<typeof openTestDatabase>>;

beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test?.close());

type Home = Awaited<ReturnType<typeof makeTestWorkspace>>;

async function receiptOf(records: readonly object[], to: Home): Promise<Receipt> {
  async function* body() {
    for (const record of records) yield Buffer.from(`${JSON.stringify(record)}\n`);
  }
  const { workspaceId, actor } = to;
  const input = { workspaceId, actor, name: "file", source: "upload" as const, bytesTotal: null };
  const result = await importFile({ ...input, body: body() });
  if (!result.ok) throw new Error(result.message);
  return result.value;
}

const call = (n: number, content: unknown, more: object = {}) => ({
  trace_id: `t${n}`,
  span_id: `s${n}`,
  model: "gpt-4.1",
  messages: [{ role: "user", content }],
  response: { role: "assistant", content: `answer ${n}` },
  input_tokens: 10,
  output_tokens: 5,
  ...more,
});

it("counts new calls that were asked like an earlier one, in the file, across batches and before", async () => {
  const home = await makeTestWorkspace(test.db, "alike");
  const asked = (n: number) => call(n, `Where is order ORD-${n}, due 2026-01-0${(n % 9) + 1}?`);
  const first = Array.from({ length: 700 }, (_, n) => asked(n));
  const receipt = await receiptOf([...first, call(701, "Something else entirely")], home);
  expect(receipt.calls.new).toBe(701);
  expect(receipt.flags.near_duplicate).toBe(699);
  const later = await receiptOf([asked(900), call(901, "A third thing"), asked(3)], home);
  expect(later.calls).toMatchObject({ new: 2, known: 1 });
  expect(later.flags.near_duplicate).toBe(1);
  const again = await receiptOf([...first, asked(900)], home);
  expect(again.flags.near_duplicate).toBe(0);
  const [sums] = await test.db
    .select({ flagged: sql<number>`count(*) FILTER (WHERE near_duplicate)::int` })
    .from(calls)
    .where(eq(calls.workspaceId, home.workspaceId));
  expect(sums?.flagged).toBe(700);
});

it("lists the calls that were asked like one, and says how many there are", async () => {
  const home = await makeTestWorkspace(test.db, "listed");
  const { workspaceId } = home;
  const two = ["Is 7 prime?", "Is 11 prime?"].map((asked, n) => call(n, asked));
  await receiptOf([...two, call(5, "Which one?"), call(6, null, { messages: null })], home);
  const rows = await test.db.select().from(calls).where(eq(calls.workspaceId, workspaceId));
  const bySpan = new Map(rows.map((row) => [row.sourceSpanId, row]));
  const likeThose = async (span: string) => {
    const query = parseCallQuery({ alike: bySpan.get(span)?.id });
    if (!query.ok) throw new Error(query.message);
    const condition = await callConditions(test.db, workspaceId, query.value.filter);
    const page = await listCalls(test.db, condition, query.value);
    return page.rows.map((row) => row.sourceSpanId).toSorted();
  };
  expect(await likeThose("s1")).toEqual(["s0", "s1"]);
  expect(await likeThose("s5")).toEqual(["s5"]);
  expect(await likeThose("s6")).toEqual(["s6"]);
  expect(bySpan.get("s6")?.fingerprint).toBeNull();
  const prints = rows.flatMap((row) => row.fingerprint ?? []);
  const counts = await countAlike(test.db, workspaceId, prints);
  expect([...counts.values()].toSorted()).toEqual([1, 2]);
});

const PNG = Buffer.alloc(5_000_000, "\u0089PNG\r\n\u001a\n some bytes", "latin1").toString(
  "base64",
);
const seen = [
  { type: "text", text: "What is this?" },
  { type: "image_url", image_url: { url: `data:image/png;base64,${PNG}` } },
];

it("keeps of an image its type, size and digest; the same file again is known", async () => {
  const home = await makeTestWorkspace(test.db, "media");
  const receipt = await receiptOf([call(1, seen), call(2, seen)], home);
  expect(receipt.calls.new).toBe(2);
  expect((await receiptOf([call(1, seen), call(2, seen)], home)).calls).toMatchObject({
    new: 0,
    known: 2,
    known_of_which: { conflicting: 0, completed: 0 },
  });
  const bodies = await test.db
    .select({ body: nodes.body, size: sql<number>`octet_length(body)` })
    .from(nodes)
    .where(eq(nodes.workspaceId, home.workspaceId));
  expect(Math.max(...bodies.map(({ size }) => size))).toBeLessThan(1000);
  expect(bodies.map(({ body }) => body).join()).toContain('"bytes":5000000');
  const [row] = await test.db
    .select({ modality: calls.modality })
    .from(calls)
    .where(eq(calls.workspaceId, home.workspaceId));
  expect(row?.modality).toBe("text+image");
  expect(await test.db.select().from(media)).toEqual([]);
});

it("stores the bytes once, with the call, where the workspace keeps media", async () => {
  const home = await makeTestWorkspace(test.db, "kept");
  await test.db
    .update(workspaces)
    .set({ redaction: { keepMedia: true } })
    .where(eq(workspaces.id, home.workspaceId));
  await receiptOf([call(1, seen), call(2, seen)], home);
  const rows = await test.db
    .select({ type: media.mediaType, size: sql<number>`octet_length(bytes)`, id: media.id })
    .from(media)
    .where(and(eq(media.workspaceId, home.workspaceId)));
  expect(rows).toMatchObject([{ type: "image/png", size: 5_000_000 }]);
  const named = await test.db.execute(
    sql`SELECT 1 FROM nodes WHERE workspace_id = ${home.workspaceId} AND body LIKE ${`%${rows[0]?.id}%`}`,
  );
  expect(named.length).toBe(2);
  const left = async () => {
    await test.db.transaction((tx) => sweepUnused(tx, home.workspaceId));
    return test.db
      .select({ id: media.id })
      .from(media)
      .where(eq(media.workspaceId, home.workspaceId));
  };
  expect(await left()).toHaveLength(1);
  await test.db.delete(nodes).where(eq(nodes.workspaceId, home.workspaceId));
  expect(await left()).toEqual([]);
});
