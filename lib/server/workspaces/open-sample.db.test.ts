import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { listWorkspaces } from "@/db/queries/workspaces/list-workspaces";
import {
  assignments,
  auditLog,
  calls,
  drawItems,
  imports,
  labels,
  raters,
  users,
  workspaces,
} from "@/db/schema";
import { openTestDatabase } from "@/lib/server/testing";
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
