import { getTableColumns, getTableName, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { expect } from "vitest";
import type { Database } from "@/db/client";
import { foldTotals } from "@/db/commands/fold-totals";
import { openImport } from "@/db/commands/write-import";
import * as schema from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";
import { getDatabase } from "@/lib/server/database";
import { getKeyedDigest } from "@/lib/server/digest";
import { importFile } from "@/lib/server/imports/import-file";
import { normalSpan } from "@/lib/server/spans/normal-span";
import { keptTotals, recount } from "@/lib/server/spans/testing";
import { writeSpanBatch } from "@/lib/server/spans/write-span-batch";
import { settleTrace } from "@/lib/spans/settle";
import type { SpanRecord } from "@/lib/spans/span";

/** Every table that a trace leaves rows in. */
const TABLES: PgTable[] = [
  schema.calls,
  schema.spans,
  schema.nodes,
  schema.requestSettings,
  schema.traces,
  schema.kinds,
  schema.clusters,
  schema.totals,
  schema.totalDeltas,
  schema.rejectedRecords,
  schema.waitingRecords,
  schema.imports,
  schema.drawFrame,
  schema.drawItems,
  schema.labels,
];

/** What differs between two imports of the same file, or counts what else was there then. */
const ASIDE = [
  "workspace_id",
  "created_at",
  "heartbeat_at",
  "finished_at",
  "created_by",
  "settled",
];
const NOT_OF_RECEIPTS = ["found", "traces_new", "calls_known", "calls_completed", "bytes_received"];

/** All that a workspace holds, table by table, as sorted lines; the totals folded. */
export async function contentsOf(
  db: Database,
  workspaceId: WorkspaceId,
): Promise<Record<string, string[]>> {
  await foldTotals(db);
  const contents: Record<string, string[]> = {};
  for (const table of TABLES) {
    const name = getTableName(table);
    const columns = Object.values(getTableColumns(table)).map((column) => column.name);
    const aside = [...ASIDE, ...(table === schema.imports ? NOT_OF_RECEIPTS : [])];
    const kept = columns.filter((column) => !aside.includes(column));
    const list = sql.join(
      kept.map((column) => sql.identifier(column)),
      sql`, `,
    );
    const rows = await db.execute(
      sql`SELECT ${list} FROM ${table} WHERE workspace_id = ${workspaceId}`,
    );
    contents[name] = rows.map((row) => JSON.stringify(row)).toSorted();
  }
  return contents;
}

/** The kept totals equal a recount of the calls. */
export async function expectCounted(db: Database, workspaceId: WorkspaceId): Promise<void> {
  const kept = await keptTotals(db, workspaceId);
  const plain = kept.map(({ tier: _t, cost_source: _c, ...row }) => row);
  expect(plain).toEqual(await recount(db, workspaceId));
}

/** Stores records of spans as one batch of an import, opened on first use. */
export async function storeTestSpans(
  workspaceId: WorkspaceId,
  importId: RowId,
  records: readonly SpanRecord[],
): Promise<void> {
  await openImport(getDatabase(), {
    workspaceId,
    id: importId,
    source: "otlp",
    state: "running",
    name: importId,
    createdBy: "test",
  });
  const spans = records.map((span) => ({ span: normalSpan(span), redactions: {}, line: 1 }));
  const batch = { spans, loose: [], media: [], notes: [], bytesReceived: 0, bytesRead: 0 };
  const scope = { workspaceId, importId, digest: getKeyedDigest() };
  await getDatabase().transaction((tx) => writeSpanBatch(tx, scope, batch, settleTrace));
}

/** Imports records as a file of JSON lines. */
export async function importLines(
  home: { workspaceId: WorkspaceId; actor: string },
  importId: RowId,
  records: readonly (object | string)[],
) {
  const text = records
    .map((record) => (typeof record === "string" ? record : JSON.stringify(record)))
    .join("\n");
  const made = await importFile({
    ...home,
    importId,
    name: "file.jsonl",
    source: "upload",
    bytesTotal: null,
    body: (async function* () {
      yield Buffer.from(text);
    })(),
  });
  if (!made.ok) throw new Error(made.message);
  return made.value;
}

/** Turn n of a trace's conversation; it quotes the turns before it. */
export function turn(trace: string | null, n: number, over: Record<string, unknown> = {}) {
  const messages = [{ role: "system", content: "You help." }];
  for (let i = 1; i <= n; i += 1) {
    messages.push({ role: "user", content: `${trace} asks ${i}` });
    if (i < n) messages.push({ role: "assistant", content: `answer ${i}` });
  }
  return {
    trace_id: trace,
    span_id: trace === null ? null : `${trace}:${n}`,
    agent: "helper",
    step_type: n % 2 === 0 ? "reply" : "plan",
    model: "gpt-4.1",
    provider: "openai",
    messages,
    response: { role: "assistant", content: `answer ${n}` },
    tools: [],
    input_tokens: 100 * n,
    output_tokens: 10,
    started_at: `2026-01-0${n}T03:00:00Z`,
    latency_ms: 1500,
    error: null,
    correct: true,
    ...over,
  };
}
