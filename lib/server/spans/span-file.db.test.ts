import { gzipSync } from "node:zlib";
import { and, eq, isNull } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { calls, rejectedRecords, spans } from "@/db/schema";
import { addsUp } from "@/lib/imports/receipt";
import { importFile } from "@/lib/server/imports/import-file";
import { makeTestWorkspace, openTestDatabase } from "@/lib/server/testing";

let test: Awaited<ReturnType<typeof openTestDatabase>>;

beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test?.close());

type Home = Awaited<ReturnType<typeof makeTestWorkspace>>;

async function send({ workspaceId, actor }: Home, file: string | Uint8Array) {
  const result = await importFile({
    workspaceId,
    actor,
    name: "spans.jsonl",
    source: "upload",
    bytesTotal: null,
    body: (async function* () {
      yield Buffer.from(file);
    })(),
  });
  if (!result.ok) throw new Error(result.message);
  expect(addsUp(result.value)).toBe(true);
  return result.value;
}

/** A run of LangSmith's: the call, below the step that asked for it. */
const runs = (n: number) => [
  {
    id: `step-${n}`,
    trace_id: `trace-${n}`,
    name: "extract_field",
    run_type: "chain",
    start_time: "2026-01-02T03:04:05.000000",
    end_time: "2026-01-02T03:04:07.000000",
  },
  {
    id: `call-${n}`,
    trace_id: `trace-${n}`,
    parent_run_id: `step-${n}`,
    name: "ChatOpenAI",
    run_type: "llm",
    start_time: "2026-01-02T03:04:05.100000",
    end_time: "2026-01-02T03:04:06.000000",
    inputs: { messages: [{ role: "user", content: `Read invoice ${n} of ada@example.org.` }] },
    outputs: {
      choices: [{ message: { role: "assistant", content: "42.00 EUR" } }],
      usage_metadata: { input_tokens: 30, output_tokens: 4, total_tokens: 34 },
    },
    extra: { metadata: { ls_model_name: "gpt-4.1", ls_provider: "openai" } },
  },
];

const lines = (...records: unknown[]) => records.map((one) => JSON.stringify(one)).join("\n");

describe("a file whose records speak of spans", () => {
  it("is imported as calls with their steps, and every record is accounted for", async () => {
    const home = await makeTestWorkspace(test.db, "file");
    const file = `${lines(...runs(1), ...runs(2), { run_type: "llm", trace_id: "t" })}\n{"broken\n`;
    const receipt = await send(home, gzipSync(file));
    expect(receipt).toMatchObject({
      state: "done",
      format: "langsmith",
      records: 6,
      calls: { new: 2, known: 0 },
      other: 2,
      unparseable: 2,
      traces: 2,
      bytes: { received: gzipSync(file).length, read: file.length },
      flags: { redacted: 2 },
      redactions: { email: 2 },
      found: { "step types": ["extract_field"] },
    });
    const rows = await test.db
      .select()
      .from(calls)
      .where(and(eq(calls.workspaceId, home.workspaceId), isNull(calls.mergedInto)));
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({ stepType: "extract_field", inputTokens: 30, redacted: true });
    const listed = await test.db
      .select({ line: rejectedRecords.line, why: rejectedRecords.why })
      .from(rejectedRecords)
      .where(eq(rejectedRecords.importId, receipt.import));
    expect(listed.map(({ line }) => line).toSorted()).toEqual([5, 6]);
    const stored = await test.db
      .select()
      .from(spans)
      .where(eq(spans.workspaceId, home.workspaceId));
    expect(JSON.stringify([stored, rows])).not.toContain("ada@");
  });

  it("is known when it is sent again, in any order", async () => {
    const home = await makeTestWorkspace(test.db, "again");
    await send(home, lines(...runs(1), ...runs(2)));
    const again = await send(home, lines(...[...runs(1), ...runs(2)].toReversed()));
    expect(again).toMatchObject({
      records: 4,
      calls: { new: 0, known: 2, known_of_which: { completed: 0, conflicting: 0 } },
      other: 2,
      redactions: {},
    });
  });
});
