import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { fillSlots } from "@/db/commands/fill-slots";
import { codebooks, drawItems, labels, raters } from "@/db/schema";
import type { Database } from "@/db/client";
import type { RowId, WorkspaceId } from "@/lib/ids";
import type { Verdict } from "@/lib/labelling/verdict";
import { importFile } from "@/lib/server/imports/import-file";
import type { makeTestWorkspace } from "@/lib/server/testing";

type TestWorkspace = Awaited<ReturnType<typeof makeTestWorkspace>>;

/** A call for an audit: what is not given is a call of a known price on a known day. */
export function auditCall(n: number, over: Record<string, unknown> = {}) {
  return {
    trace_id: `t${n}`,
    span_id: `s${n}`,
    agent: "helper",
    step_type: "extract",
    model: "gpt-4.1",
    provider: "openai",
    messages: [{ role: "user", content: `question ${n}` }],
    response: { role: "assistant", content: `answer ${n}` },
    tools: [],
    input_tokens: 1000 + n,
    output_tokens: 10 + n,
    started_at: `2026-01-0${1 + (n % 4)}T03:00:00Z`,
    latency_ms: 500,
    error: null,
    correct: null,
    ...over,
  };
}

export async function importAuditCalls(home: TestWorkspace, records: object[]): Promise<void> {
  const body = Buffer.from(records.map((record) => JSON.stringify(record)).join("\n"));
  const { workspaceId, actor } = home;
  const result = await importFile({
    workspaceId,
    actor,
    name: "audit.jsonl",
    source: "upload",
    bytesTotal: body.length,
    body: (async function* () {
      yield body;
    })(),
  });
  if (!result.ok) throw new Error(result.message);
}

/** Labels the drawn items, in the order of the draw; `verdictOf` says null to leave one out. */
export async function labelAuditItems(
  db: Database,
  workspaceId: WorkspaceId,
  verdictOf: (item: typeof drawItems.$inferSelect, index: number) => Verdict | null,
): Promise<RowId> {
  const [codebook] = await db
    .select({ id: codebooks.id })
    .from(codebooks)
    .where(eq(codebooks.workspaceId, workspaceId));
  if (!codebook) throw new Error("no codebook");
  const raterId = randomUUID();
  await db.insert(raters).values({ workspaceId, id: raterId, kind: "external", name: "rater" });
  const items = await db
    .select()
    .from(drawItems)
    .where(eq(drawItems.workspaceId, workspaceId))
    .orderBy(sql`position`);
  const rows = items.flatMap((item, index) => {
    const verdict = verdictOf(item, index);
    if (verdict === null) return [];
    const { callId, id: itemId } = item;
    const shared = { workspaceId, raterId, codebookId: codebook.id, origin: "hand" as const };
    return [{ ...shared, id: randomUUID(), callId, itemId, verdict }];
  });
  await db.insert(labels).values(rows);
  const itemIds = rows.map(({ itemId }) => itemId);
  await db.transaction((tx) => fillSlots(tx, workspaceId, itemIds));
  return raterId;
}
