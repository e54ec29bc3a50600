import { randomUUID } from "node:crypto";
import { and, asc, eq } from "drizzle-orm";
import { writeAssignments } from "@/db/commands/write-assignments";
import { drawItems } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";
import { dealSlots } from "@/lib/labelling/deal-slots";
import type { LabelRow } from "@/lib/labelling/label-row";
import { getDatabase } from "@/lib/server/database";
import { importFile } from "@/lib/server/imports/import-file";
import type { makeTestWorkspace } from "@/lib/server/testing";

type TestWorkspace = Awaited<ReturnType<typeof makeTestWorkspace>>;

/** Imports traces whose calls fall into two clusters: each trace plans once and extracts twice. */
export async function importTestCalls(home: TestWorkspace, traces: number): Promise<void> {
  const records = Array.from({ length: traces }, (_, trace) => [
    call(`t${trace}`, 1, "plan"),
    call(`t${trace}`, 2, "extract"),
    call(`t${trace}`, 3, "extract"),
  ]).flat();
  const body = Buffer.from(records.map((record) => JSON.stringify(record)).join("\n"));
  const { workspaceId, actor } = home;
  const result = await importFile({
    workspaceId,
    actor,
    name: "test.jsonl",
    source: "upload",
    bytesTotal: body.length,
    body: (async function* () {
      yield body;
    })(),
  });
  if (!result.ok) throw new Error(result.message);
}

/** Turn n of a trace: it quotes the turns before it. */
function call(trace: string, n: number, stepType: string) {
  const messages = [{ role: "system", content: "You do what is asked." }];
  for (let turn = 1; turn <= n; turn += 1) {
    messages.push({ role: "user", content: `${trace} asks ${turn}` });
    if (turn < n) messages.push({ role: "assistant", content: `${trace} answers ${turn}` });
  }
  return {
    trace_id: trace,
    span_id: `${trace}:${n}`,
    agent: "helper",
    step_type: stepType,
    model: "gpt-4.1",
    provider: "openai",
    messages,
    response: { role: "assistant", content: `${trace} answers ${n}` },
    tools: ["look_up"],
    input_tokens: 100 * n,
    output_tokens: 10,
    started_at: `2026-01-02T03:0${n}:00Z`,
    latency_ms: 500,
    error: null,
    correct: true,
  };
}

/** Somebody who labels in a workspace, as the gate would have proven them. */
export function testReviewer(workspaceId: WorkspaceId, name: string) {
  const id = randomUUID();
  const user = { id, name, email: `${id}@example.org` };
  return { workspaceId, role: "reviewer" as const, actor: id, user };
}
export type TestReviewer = ReturnType<typeof testReviewer>;

/** Opens so many slots of each item of a draw; those that are there stay. */
export async function openSlots(
  workspaceId: WorkspaceId,
  drawId: RowId,
  slots: number,
): Promise<RowId[]> {
  const items = await getDatabase()
    .select({ itemId: drawItems.id })
    .from(drawItems)
    .where(and(eq(drawItems.workspaceId, workspaceId), eq(drawItems.drawId, drawId)))
    .orderBy(asc(drawItems.position));
  const dealt = dealSlots(
    items.map((item) => ({ ...item, slots })),
    null,
  );
  await getDatabase().transaction((tx) => writeAssignments(tx, workspaceId, drawId, dealt));
  return items.map((item) => item.itemId);
}

/** A label of an item as it leaves the browser. */
export const testLabel = (itemId: RowId, over: Partial<LabelRow> = {}): LabelRow => ({
  id: randomUUID(),
  itemId,
  verdict: "not_viable",
  retracted: false,
  reasons: [7],
  note: "a secret thought",
  rubric: null,
  alike: false,
  supersedes: null,
  decisionMs: 900,
  ...over,
});

/** The row that takes a label back. */
export const testUndo = (label: LabelRow): LabelRow =>
  testLabel(label.itemId, {
    verdict: null,
    retracted: true,
    reasons: [],
    note: null,
    supersedes: label.id,
    decisionMs: null,
  });
