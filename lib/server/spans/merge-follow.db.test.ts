import { and, asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  assignments,
  calls,
  codebooks,
  drawFrame,
  drawItems,
  draws,
  labels,
  raters,
} from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";
import { openTestDatabase } from "@/lib/server/testing";
import { llmRecord } from "./testing";
import { openDoor } from "./testing-door";

let test: Awaited<ReturnType<typeof openTestDatabase>>;

beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test?.close());

const uuid = (n: number): RowId => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;

async function openWorkspace(name: string) {
  const { workspaceId, send } = await openDoor(test.db, name);
  const idOf = async (spanId: string) => {
    const own = and(eq(calls.workspaceId, workspaceId), eq(calls.sourceSpanId, spanId));
    const [row] = await test.db.select({ id: calls.id }).from(calls).where(own);
    return row?.id ?? "";
  };
  return { workspaceId, send, idOf };
}

/** A draw of these calls, in this order; items are numbered from 1. */
async function draw(workspaceId: WorkspaceId, callIds: readonly RowId[]) {
  const [codebook] = await test.db
    .select()
    .from(codebooks)
    .where(eq(codebooks.workspaceId, workspaceId));
  const drawId = uuid(100);
  await test.db.insert(draws).values({
    workspaceId,
    id: drawId,
    number: 1,
    codebookId: codebook?.id ?? "",
    seed: "s",
    scope: {},
    frameHash: "h",
    frameCalls: callIds.length,
    perCluster: 1,
    createdBy: "x",
  });
  for (const [at, callId] of callIds.entries()) {
    const own = { workspaceId, drawId, callId, clusterId: uuid(1) };
    await test.db.insert(drawFrame).values({ ...own, randomNumber: 0.5 });
    await test.db
      .insert(drawItems)
      .values({ ...own, id: uuid(at + 1), position: at + 1, inclusionProbability: 1 });
  }
  for (const id of [uuid(50), uuid(51)]) {
    await test.db.insert(raters).values({ workspaceId, id, kind: "external", name: "r" });
  }
  const label = (n: number, callId: RowId, itemId: RowId, raterId: RowId) =>
    test.db.insert(labels).values({
      workspaceId,
      id: uuid(200 + n),
      callId,
      itemId,
      raterId,
      codebookId: codebook?.id ?? "",
      origin: "hand",
      verdict: "viable",
    });
  return { label };
}

async function standing(workspaceId: WorkspaceId) {
  return {
    items: await test.db
      .select({ id: drawItems.id, callId: drawItems.callId })
      .from(drawItems)
      .where(eq(drawItems.workspaceId, workspaceId)),
    frame: await test.db
      .select({ callId: drawFrame.callId })
      .from(drawFrame)
      .where(eq(drawFrame.workspaceId, workspaceId)),
    labels: await test.db
      .select({ id: labels.id, callId: labels.callId, itemId: labels.itemId })
      .from(labels)
      .where(eq(labels.workspaceId, workspaceId))
      .orderBy(asc(labels.id)),
    filled: await test.db
      .select({ itemId: assignments.itemId, raterId: assignments.raterId })
      .from(assignments)
      .where(and(eq(assignments.workspaceId, workspaceId), eq(assignments.state, "done")))
      .orderBy(asc(assignments.raterId)),
  };
}

describe("what hangs on a call that turns out to be a second view", () => {
  it("moves with its drawn item, place in the frame and labels", async () => {
    const { workspaceId, send, idOf } = await openWorkspace("one item");
    await send(llmRecord("t", "outer", null, 1));
    const outer = await idOf("outer");
    const { label } = await draw(workspaceId, [outer]);
    await label(1, outer, uuid(1), uuid(50));
    await send(llmRecord("t", "inner", "outer", 1));
    const inner = await idOf("inner");
    expect(await standing(workspaceId)).toEqual({
      items: [{ id: uuid(1), callId: inner }],
      frame: [{ callId: inner }],
      labels: [{ id: uuid(201), callId: inner, itemId: uuid(1) }],
      filled: [{ itemId: uuid(1), raterId: uuid(50) }],
    });
  });

  it("joins the other's item where the draw holds both, and nobody counts twice on it", async () => {
    const { workspaceId, send, idOf } = await openWorkspace("two items");
    // the link between the two comes last
    await send(llmRecord("t", "outer", null, 1), llmRecord("t", "inner", null, 1));
    const [outer, inner] = [await idOf("outer"), await idOf("inner")];
    const { label } = await draw(workspaceId, [outer, inner]);
    await label(1, outer, uuid(1), uuid(50));
    await label(2, inner, uuid(2), uuid(50));
    await label(3, outer, uuid(1), uuid(51));
    await send(llmRecord("t", "inner", "outer", 1));
    expect(await standing(workspaceId)).toEqual({
      items: [{ id: uuid(2), callId: inner }],
      frame: expect.arrayContaining([{ callId: inner }, { callId: outer }]),
      labels: [
        { id: uuid(201), callId: inner, itemId: null },
        { id: uuid(202), callId: inner, itemId: uuid(2) },
        { id: uuid(203), callId: inner, itemId: uuid(2) },
      ],
      filled: [
        { itemId: uuid(2), raterId: uuid(50) },
        { itemId: uuid(2), raterId: uuid(51) },
      ],
    });
  });
});
