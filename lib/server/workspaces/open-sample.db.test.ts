import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { listWorkspaces } from "@/db/queries/workspaces/list-workspaces";
import {
  assignments,
  auditLog,
  calls,
  drawItems,
  imports,
  kinds,
  labels,
  raters,
  users,
  workspaces,
} from "@/db/schema";
import { openTestDatabase } from "@/lib/server/testing";
import { getDraw } from "@/db/queries/labelling/get-draw";
import type { WorkspaceId } from "@/lib/ids";
import { checkDraw } from "@/lib/server/labelling/check-draw";
import { readDrawRecord } from "@/lib/server/labelling/read-draw-record";
import { openSample } from "./open-sample";

let test: Awaited<ReturnType<typeof openTestDatabase>>;
const user = { id: "u1", name: "Tess", email: "tess@example.org" };
beforeAll(async () => {
  test = await openTestDatabase();
  await test.db.insert(users).values(user);
});
afterAll(() => test?.close());

it("fills a sample workspace with calls, a draw and three raters' labels, once a person", async () => {
  const first = await openSample(user);
  const again = await openSample(user);
  expect(first).toMatchObject({ ok: true });
  expect(again).toEqual(first);
  const [workspace, ...others] = await test.db.select().from(workspaces);
  expect(others).toEqual([]);
  expect(workspace?.isSample).toBe(true);
  const [receipt] = await test.db.select().from(imports);
  expect(receipt).toMatchObject({ state: "done", source: "sample", other: 0, unparseable: 0 });
  expect(receipt?.callsNew).toBeGreaterThan(1300);
  const steps = await test.db.selectDistinct({ stepType: calls.stepType }).from(calls);
  expect(steps).toHaveLength(6);
  const people = await test.db.select({ kind: raters.kind }).from(raters);
  expect(people).toEqual([{ kind: "external" }, { kind: "external" }, { kind: "external" }]);
});

it("leaves some drawn calls without a label, so that a visitor finds work", async () => {
  const [row] = await test.db
    .select({
      open: sql<number>`count(*) FILTER (WHERE ${labels.id} IS NULL)::int`,
      labelled: sql<number>`count(DISTINCT ${drawItems.id}) FILTER (WHERE ${labels.id} IS NOT NULL)::int`,
    })
    .from(drawItems)
    .leftJoin(
      labels,
      and(eq(labels.workspaceId, drawItems.workspaceId), eq(labels.itemId, drawItems.id)),
    );
  expect(row?.open).toBe(24);
  expect(row?.labelled).toBeGreaterThan(250);
});

it("leaves a filled slot for each label, and one open slot on each call without", async () => {
  const filled = await test.db
    .select({ slot: labels.slot, own: assignments.slot, state: assignments.state })
    .from(labels)
    .leftJoin(
      assignments,
      and(eq(assignments.itemId, labels.itemId), eq(assignments.raterId, labels.raterId)),
    );
  expect(filled.length).toBeGreaterThan(400);
  for (const { slot, own, state } of filled) expect([own, state]).toEqual([slot, "done"]);
  const open = await test.db.select().from(assignments).where(eq(assignments.state, "open"));
  expect(open).toHaveLength(24);
  const [sums] = await test.db
    .select({
      slots: sql<number>`(SELECT count(*)::int FROM assignments)`,
      wanted: sql<number>`sum(${drawItems.slots})::int`,
    })
    .from(drawItems);
  expect(sums?.slots).toBe(sums?.wanted);
});

it("draws identically from its record, for another person too, and after clusters change", async () => {
  const idOf = async (userId: string) => {
    const [entry] = await listWorkspaces(test.db, userId);
    const [row] = await test.db
      .select({ id: workspaces.id })
      .from(workspaces)
      .where(eq(workspaces.slug, entry?.slug ?? ""));
    return row?.id as WorkspaceId;
  };
  const other = { id: "u9", name: "Ute", email: "ute@example.org" };
  await test.db.insert(users).values(other);
  await openSample(other);
  const [workspaceId, theirs] = [await idOf(user.id), await idOf(other.id)];
  const [one, two] = await Promise.all(
    [workspaceId, theirs].map(async (workspaceId) => {
      const draw = await getDraw(test.db, workspaceId, { number: 1 });
      return draw && readDrawRecord(test.db, workspaceId, draw);
    }),
  );
  expect(one?.items.length).toBeGreaterThan(250);
  expect(two?.items).toEqual(one?.items);
  expect(two?.frame_sha256).toBe(one?.frame_sha256);
  const lie = eq(kinds.workspaceId, workspaceId);
  const [kind] = await test.db.select().from(kinds).where(lie);
  await test.db
    .update(kinds)
    .set({ clusterId: kind?.clusterId ?? "" })
    .where(lie);
  const kept = (await checkDraw({ workspaceId }, 1)) as { value?: unknown };
  expect(kept.value).toEqual({
    identical: true,
    items: one?.items.length,
    frameCalls: one?.frame_calls,
    differences: [],
  });
});

it("is made once when two tabs ask at the same time", async () => {
  const twice = { id: "u2", name: "Uma", email: "uma@example.org" };
  await test.db.insert(users).values(twice);
  const [one, other] = await Promise.all([openSample(twice), openSample(twice)]);
  expect(one).toMatchObject({ ok: true });
  expect(other).toEqual(one);
  expect(await listWorkspaces(test.db, twice.id)).toHaveLength(1);
});

it("leaves no half of it when it cannot be filled, and the audit log says so", async () => {
  const unlucky = { id: "u3", name: "Una", email: "una@example.org" };
  await test.db.insert(users).values(unlucky);
  await test.db.execute(sql`ALTER TABLE draws ADD CONSTRAINT none CHECK (false) NOT VALID`);
  await expect(openSample(unlucky)).rejects.toThrow();
  await test.db.execute(sql`ALTER TABLE draws DROP CONSTRAINT none`);
  expect(await listWorkspaces(test.db, unlucky.id)).toEqual([]);
  const deeds = await test.db
    .select()
    .from(auditLog)
    .where(eq(auditLog.action, "workspace.delete"));
  expect(deeds).toMatchObject([{ actor: "u3", detail: { reason: "it could not be filled" } }]);
});
