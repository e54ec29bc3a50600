import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { eq } from "drizzle-orm";
import { parquetMetadata } from "hyparquet";
import { parquetWriteBuffer } from "hyparquet-writer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { calls, rejectedRecords } from "@/db/schema";
import { csvLine } from "@/lib/csv/csv-line";
import { addsUp, type Receipt } from "@/lib/imports/receipt";
import { makeTestWorkspace, openTestDatabase } from "@/lib/server/testing";
import { importFile } from "./import-file";

let test: Awaited<ReturnType<typeof openTestDatabase>>;
let folder = "";
const tmpBefore = process.env.TMPDIR;

beforeAll(async () => {
  test = await openTestDatabase();
  folder = await mkdtemp(join(tmpdir(), "assay-tables-"));
  process.env.TMPDIR = folder;
});
afterAll(async () => {
  if (tmpBefore === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = tmpBefore;
  await rm(folder, { recursive: true, force: true });
  await test?.close();
});

type Home = Awaited<ReturnType<typeof makeTestWorkspace>>;

async function send(content: string | Uint8Array, { workspaceId, actor }: Home) {
  async function* body() {
    const bytes = Buffer.from(content);
    for (let at = 0; at < bytes.length; at += 40_000) yield bytes.subarray(at, at + 40_000);
  }
  return importFile({
    workspaceId,
    actor,
    name: "table",
    source: "upload",
    bytesTotal: null,
    body: body(),
  });
}

async function receiptOf(content: string | Uint8Array, home: Home): Promise<Receipt> {
  const result = await send(content, home);
  if (!result.ok) throw new Error(result.message);
  return result.value;
}

const STEPS = ["plan", "extract", "answer"];
const rows = Array.from({ length: 1_200 }, (_, at) => ({
  step_type: STEPS[at % 3] ?? "",
  messages: JSON.stringify([{ role: "user", content: `question ${at},\n"quoted" – é` }]),
  response: `answer ${at}`,
  model: "gpt-4.1",
  input_tokens: at,
  correct: at % 2 === 0,
}));
type Row = (typeof rows)[number];

const csv = (list: readonly Row[]) =>
  [Object.keys(list[0] ?? {}), ...list.map((row) => Object.values(row))].map(csvLine).join("");

function parquet(list: readonly Row[]): Uint8Array {
  const column = <Key extends keyof Row>(name: Key) => list.map((row) => row[name]);
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: [
        { name: "step_type", data: column("step_type"), type: "STRING" },
        { name: "messages", data: column("messages"), type: "STRING" },
        { name: "response", data: column("response"), type: "STRING" },
        { name: "model", data: column("model"), type: "STRING" },
        { name: "input_tokens", data: column("input_tokens").map(BigInt), type: "INT64" },
        { name: "correct", data: column("correct"), type: "BOOLEAN" },
      ],
      rowGroupSize: 500,
    }),
  );
}

const derived = join(process.env.ASSAY_CAPTURES ?? "", "derived");

describe.skipIf(!existsSync(join(derived, "seed.csv")))(
  "importFile of files derived from captured traffic (ASSAY_CAPTURES names the captures' folder)",
  () => {
    it.each([
      ["openai-chat-log.jsonl", "openai-chat", 0],
      ["litellm-standard-logging.jsonl", "litellm", 6],
      ["seed.csv", "article", 0],
      ["seed.jsonl", "article", 0],
    ])("%s gives 23 calls, known the second time", async (name, format, traces) => {
      const own = await makeTestWorkspace(test.db, name);
      const content = readFileSync(join(derived, name));
      const first = await receiptOf(content, own);
      expect(first).toMatchObject({ format, records: 23, calls: { new: 23 }, traces });
      expect(addsUp(first)).toBe(true);
      expect((await receiptOf(content, own)).calls).toMatchObject({ new: 0, known: 23 });
    });
  },
);

async function stored(workspaceId: Home["workspaceId"]) {
  const found = await test.db
    .select({
      ordinal: calls.ordinal,
      step: calls.stepType,
      preview: calls.preview,
      input: calls.inputTokens,
      correct: calls.correct,
      messages: calls.messageCount,
    })
    .from(calls)
    .where(eq(calls.workspaceId, workspaceId));
  return found.toSorted((a, b) => a.ordinal - b.ordinal);
}

describe("importFile of a table", () => {
  it.each([
    ["CSV", csv(rows)],
    ["packed CSV", gzipSync(csv(rows))],
    ["Parquet", parquet(rows)],
    ["packed Parquet", gzipSync(parquet(rows))],
  ])("reads every row of a %s, and knows them all the second time", async (name, content) => {
    const own = await makeTestWorkspace(test.db, name);
    const first = await receiptOf(content, own);
    expect(first).toMatchObject({ state: "done", format: "assay", records: 1_200 });
    expect(first.calls.new).toBe(1_200);
    expect(addsUp(first)).toBe(true);
    expect(await stored(own.workspaceId)).toEqual(
      rows.map((row, at) => ({
        ordinal: at + 1,
        step: row.step_type,
        preview: row.response,
        input: row.input_tokens,
        correct: row.correct,
        messages: 1,
      })),
    );
    const second = await receiptOf(content, own);
    expect(second.calls).toMatchObject({ new: 0, known: 1_200 });
    expect(await readdir(folder)).toEqual([]);
  });

  it("knows in one container what came in another", async () => {
    const own = await makeTestWorkspace(test.db, "containers");
    const some = rows.slice(0, 20);
    await receiptOf(csv(some), own);
    expect((await receiptOf(parquet(some), own)).calls).toMatchObject({ new: 0, known: 20 });
  });

  it("lists the broken rows of a CSV with their lines", async () => {
    const own = await makeTestWorkspace(test.db, "broken rows");
    const text = 'prompt,response,correct\na,b,true\nonly one\n"c\nd",e,no\nf,g,perhaps\n';
    const receipt = await receiptOf(text, own);
    expect(receipt).toMatchObject({ records: 4, calls: { new: 2 }, unparseable: 2 });
    expect(addsUp(receipt)).toBe(true);
    const rejected = await test.db
      .select({ line: rejectedRecords.line, reason: rejectedRecords.reason })
      .from(rejectedRecords)
      .where(eq(rejectedRecords.workspaceId, own.workspaceId));
    expect(rejected.toSorted((a, b) => a.line - b.line)).toEqual([
      { line: 3, reason: "the row has 1 cell, the header has 3" },
      { line: 6, reason: expect.stringContaining("correct: expected true, false or null") },
    ]);
  });

  const whole = parquet(rows.slice(0, 5));
  const damaged = Uint8Array.from(whole);
  damaged.set([0xff, 0xff, 0xff, 0x7f], damaged.length - 8);
  it.each([
    ["a CSV of other columns", "id,question,answer\n1,Why?,So.\n", /question as prompt, answer as/],
    ["a CSV with a column twice", "prompt,prompt\na,b\n", /two columns of the name "prompt"/],
    ["a Parquet that was cut off", whole.subarray(0, whole.length - 30), /cut off or damaged/],
    ["a Parquet with a damaged end", damaged, /cut off or damaged/],
    ["a Parquet of nothing but its mark", "PAR1", /cut off or damaged/],
    [
      "a Parquet of other columns",
      new Uint8Array(parquetWriteBuffer({ columnData: [{ name: "foo", data: [1, 2] }] })),
      /Parquet file has columns of no known shape: foo/,
    ],
  ])("refuses %s, helps, and keeps nothing on disk", async (_name, content, message) => {
    const own = await makeTestWorkspace(test.db, "refused table");
    const result = await send(content, own);
    expect(result).toMatchObject({ ok: false, message: expect.stringMatching(message) });
    expect(await readdir(folder)).toEqual([]);
  });

  it("reads lists, structs, times and packings of Parquet", async () => {
    const own = await makeTestWorkspace(test.db, "typed");
    const bytes = new Uint8Array(
      parquetWriteBuffer({
        columnData: [
          { name: "prompt", data: ["a", "b"], type: "STRING" },
          { name: "response", data: ["c", null], type: "STRING" },
          { name: "tools", data: [{ name: "f", parameters: {} }, null], type: "JSON" },
          { name: "started_at", data: [new Date("2026-01-02T03:04:05Z"), null], type: "TIMESTAMP" },
          { name: "cost_usd", data: [0.25, 0.5], type: "DOUBLE" },
        ],
        codec: "GZIP",
        compressors: { GZIP: (page: Uint8Array) => new Uint8Array(gzipSync(page)) },
      }),
    );
    expect(await receiptOf(bytes, own)).toMatchObject({ format: "article", calls: { new: 2 } });
    const found = await test.db
      .select({ startedAt: calls.startedAt, cost: calls.statedCostUsd, preview: calls.preview })
      .from(calls)
      .where(eq(calls.workspaceId, own.workspaceId))
      .orderBy(calls.ordinal);
    expect(found).toMatchObject([
      { cost: 0.25, preview: "c" },
      { cost: 0.5, startedAt: null },
    ]);
    expect(new Date(found[0]?.startedAt ?? 0).toISOString()).toBe("2026-01-02T03:04:05.000Z");
  });

  it("names the packing of a Parquet that is not read", async () => {
    const own = await makeTestWorkspace(test.db, "packing");
    const bytes = new Uint8Array(
      parquetWriteBuffer({
        columnData: [
          { name: "prompt", data: Array.from({ length: 99 }, () => "a"), type: "STRING" },
        ],
        codec: "LZO",
        compressors: { LZO: (page: Uint8Array) => page },
      }),
    );
    expect(await send(bytes, own)).toMatchObject({
      ok: false,
      message: expect.stringMatching(/column prompt .* packed with LZO, which is not read/),
    });
  });

  it("refuses by themselves the rows of a Parquet that cannot be unpacked", async () => {
    const own = await makeTestWorkspace(test.db, "damaged page");
    const bytes = parquet(rows);
    const last = parquetMetadata(bytes.slice().buffer).row_groups.at(-1)?.columns[2]?.meta_data;
    const at = Number(last?.data_page_offset);
    bytes.fill(0xff, at, at + 40);
    const receipt = await receiptOf(bytes, own);
    expect(receipt).toMatchObject({ records: 1_200, unparseable: 200, calls: { new: 1_000 } });
    expect(await readdir(folder)).toEqual([]);
  });
});
