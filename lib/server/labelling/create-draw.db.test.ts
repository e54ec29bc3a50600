import { randomUUID } from "node:crypto";
import { and, asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  assignments,
  auditLog,
  calls,
  drawFrame,
  drawItems,
  draws,
  drawStrata,
  imports,
  members,
  raters,
  users,
} from "@/db/schema";
import { countFrame } from "@/db/queries/labelling/count-frame";
import { listClusterFrames } from "@/db/queries/labelling/list-cluster-frames";
import type { WorkspaceId } from "@/lib/ids";
import { DrawInput } from "@/lib/labelling/draw-input";
import { planDraw } from "@/lib/labelling/plan-draw";
import { WHOLE_SCOPE } from "@/lib/scope/scope";
import { makeTestWorkspace, openTestDatabase } from "@/lib/server/testing";
import { createDraw } from "./create-draw";
import { importTestCalls } from "./testing";

let test: Awaited<ReturnType<typeof openTestDatabase>>;
let home: Awaited<ReturnType<typeof makeTestWorkspace>> & { role: "admin" };
let other: Awaited<ReturnType<typeof makeTestWorkspace>>;

beforeAll(async () => {
  test = await openTestDatabase();
  home = { ...(await makeTestWorkspace(test.db, "Home")), role: "admin" };
  other = await makeTestWorkspace(test.db, "Other");
  await importTestCalls(home, 12);
  await importTestCalls(other, 4);
});
afterAll(() => test?.close());

const plan = { perCluster: 8, maxPerTrace: 1, seed: "20261121" };

async function draw(input: unknown = plan) {
  const made = await createDraw(home, input);
  if (!made.ok) throw new Error(made.message);
  return made.value;
}

const itemsOf = (workspaceId: WorkspaceId, drawId: string) =>
  test.db
    .select({
      callId: drawItems.callId,
      position: drawItems.position,
      clusterId: drawItems.clusterId,
      probability: drawItems.inclusionProbability,
    })
    .from(drawItems)
    .where(and(eq(drawItems.workspaceId, workspaceId), eq(drawItems.drawId, drawId)))
    .orderBy(asc(drawItems.position));

const clusterFrames = async () =>
  (await listClusterFrames(test.db, home.workspaceId, { scope: WHOLE_SCOPE, rules: [] })).map(
    (frame) => ({ ...frame, viable: 0, settled: 0 }),
  );

describe("createDraw", () => {
  it("takes the same items for the same data and seed, and others for another seed", async () => {
    const [first, again, otherSeed] = [
      await draw(),
      await draw(),
      await draw({ ...plan, seed: "s" }),
    ];
    const items = await itemsOf(home.workspaceId, first.id);
    expect(items).toHaveLength(16);
    expect(items.map((item) => item.position)).toEqual(items.map((_, index) => index + 1));
    expect(await itemsOf(home.workspaceId, again.id)).toEqual(items);
    expect(await itemsOf(home.workspaceId, otherSeed.id)).not.toEqual(items);
    expect(again.number).toBe(first.number + 1);
  });

  it("freezes the frame, its hash and the strata, and writes who drew", async () => {
    const made = await draw();
    const own = eq(drawFrame.drawId, made.id);
    expect(await test.db.select().from(drawFrame).where(own)).toHaveLength(36);
    const strata = await test.db.select().from(drawStrata).where(eq(drawStrata.drawId, made.id));
    expect(strata.map((row) => [row.frameCalls, row.drawn]).toSorted()).toEqual([
      [12, 8],
      [24, 8],
    ]);
    const [row] = await test.db.select().from(draws).where(eq(draws.id, made.id));
    expect(row).toMatchObject({
      frameCalls: 36,
      frameHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const audit = await test.db.select().from(auditLog).where(eq(auditLog.subject, made.id));
    expect(audit).toMatchObject([
      { actor: home.actor, action: "draw.create", detail: { items: 16, frameCalls: 36 } },
    ]);
  });

  it("draws as many as the plan before it says", async () => {
    const frames = await clusterFrames();
    const planned = (over: Record<string, unknown>) =>
      planDraw(frames, DrawInput.parse({ ...plan, ...over })).clusters.map((cluster) => [
        cluster.clusterId,
        cluster.draws,
      ]);
    expect(frames.map(({ name, frameCalls }) => [name, frameCalls])).toEqual([
      ["extract", 24],
      ["plan", 12],
    ]);
    expect(frames[0]).toMatchObject({ traceSizes: [[2, 12]] });
    for (const over of [
      {},
      { perCluster: 500, maxPerTrace: null },
      { perCluster: 500, maxPerTrace: null, collapseAlike: true },
      { perCluster: 500, collapseAlike: true },
      { allocation: "spend", perCluster: 1, wanted: 9, maxPerTrace: null },
    ]) {
      const items = await itemsOf(home.workspaceId, (await draw({ ...plan, ...over })).id);
      const drawn = frames.map(({ clusterId }) => [
        clusterId,
        items.filter((item) => item.clusterId === clusterId).length,
      ]);
      expect(drawn).toEqual(planned(over));
    }
  });

  it("keeps to the clusters that it is given, and to its own workspace", async () => {
    const [extract] = await clusterFrames();
    const made = await draw({ ...plan, scope: { clusters: [extract?.clusterId] } });
    const items = await itemsOf(home.workspaceId, made.id);
    expect(new Set(items.map((item) => item.clusterId))).toEqual(new Set([extract?.clusterId]));
    expect(
      await test.db.select().from(draws).where(eq(draws.workspaceId, other.workspaceId)),
    ).toEqual([]);
  });

  it("opens the slots that its items want, the second ones on the same items for the same seed", async () => {
    const slotsOf = async (id: string) => {
      const rows = await test.db
        .select({ callId: drawItems.callId, slots: drawItems.slots, state: assignments.state })
        .from(drawItems)
        .innerJoin(assignments, eq(assignments.itemId, drawItems.id))
        .where(and(eq(drawItems.drawId, id), eq(assignments.drawId, id)))
        .orderBy(asc(drawItems.position), asc(assignments.slot));
      expect(rows.every((row) => row.state === "open")).toBe(true);
      return rows.map(({ callId, slots }) => `${callId} ${slots}`);
    };
    const half = { ...plan, perCluster: 12, slotsPerItem: 2, secondShare: 0.5 };
    const slots = await slotsOf((await draw(half)).id);
    expect(await slotsOf((await draw(half)).id)).toEqual(slots);
    const third = slots.filter((slot) => slot.endsWith(" 3")).length / 3;
    expect(slots).toHaveLength(24 * 2 + third);
    expect(third).toBeGreaterThan(4);
    expect(third).toBeLessThan(20);
    expect(await slotsOf((await draw({ ...half, secondShare: 1 })).id)).toHaveLength(24 * 3);
  });

  it("keeps its slots for the members chosen, evenly, and never two of one item", async () => {
    const ids = [home.actor];
    for (const role of ["reviewer", "viewer"] as const) {
      const id = `${role} ${randomUUID()}`;
      await test.db.insert(users).values({ id, name: role, email: `${randomUUID()}@example.org` });
      await test.db.insert(members).values({ ...home, userId: id, role });
      ids.push(id);
    }
    const [owner = "", reviewer = "", viewer = ""] = ids;
    const made = await draw({ ...plan, secondShare: 1, assignedTo: [owner, reviewer] });
    const rows = await test.db
      .select({ itemId: assignments.itemId, userId: raters.userId })
      .from(assignments)
      .innerJoin(raters, eq(raters.id, assignments.keptFor))
      .where(eq(assignments.drawId, made.id));
    expect(rows).toHaveLength(32);
    expect(rows.filter((row) => row.userId === reviewer)).toHaveLength(16);
    expect(new Set(rows.map((row) => `${row.itemId} ${row.userId}`)).size).toBe(32);
    const refusal = await createDraw(home, { ...plan, assignedTo: [reviewer, viewer] });
    expect(refusal).toMatchObject({ code: "conflict" });
  });

  it("collapses near-duplicates into items that stand for all of them", async () => {
    const made = await draw({ ...plan, perCluster: 100, maxPerTrace: null, collapseAlike: true });
    const items = await test.db.select().from(drawItems).where(eq(drawItems.drawId, made.id));
    const alike = await test.db
      .selectDistinct({ print: calls.fingerprint, kind: calls.kindId })
      .from(calls)
      .where(eq(calls.workspaceId, home.workspaceId));
    expect(items).toHaveLength(alike.length);
    expect(items.length).toBeLessThan(36);
    expect(items.reduce((sum, item) => sum + item.multiplicity, 0)).toBe(36);
    const frame = await test.db.select().from(drawFrame).where(eq(drawFrame.drawId, made.id));
    expect(frame).toHaveLength(36);
    expect(frame.reduce((sum, place) => sum + place.multiplicity, 0)).toBe(36);
    const strata = await test.db.select().from(drawStrata).where(eq(drawStrata.drawId, made.id));
    expect(strata.map((row) => row.keptUnits)).toEqual(strata.map((row) => row.drawn));
  });

  it("shares a number of calls out by calls, and keeps the plan and what it took", async () => {
    const given = { ...plan, maxPerTrace: null, allocation: "calls", perCluster: 2, wanted: 18 };
    const made = await draw(given);
    const strata = await test.db.select().from(drawStrata).where(eq(drawStrata.drawId, made.id));
    expect(strata.map((row) => [row.frameCalls, row.drawn]).toSorted()).toEqual([
      [12, 6],
      [24, 12],
    ]);
    const [row] = await test.db.select().from(draws).where(eq(draws.id, made.id));
    expect(row).toMatchObject({ allocation: "calls", perCluster: 2, wanted: 18, parts: 1 });
    expect(row?.steps).toMatchObject([
      { kind: "draw", by: home.actor, part: 1, frameCalls: 36, frameHash: row?.frameHash },
    ]);
    expect(await createDraw(home, { ...given, wanted: null })).toMatchObject({
      code: "invalid",
      message: "Say how many calls in all",
    });
  });

  it("leaves the calls of traces out that are still arriving", async () => {
    const arriving = await makeTestWorkspace(test.db, "Arriving");
    await importTestCalls(arriving, 3);
    const own = eq(imports.workspaceId, arriving.workspaceId);
    await test.db
      .update(imports)
      .set({ state: "running", heartbeatAt: new Date().toISOString() })
      .where(own);
    const scope = { scope: WHOLE_SCOPE, rules: [] };
    const counts = { calls: 9, drawable: 0, waiting: 9, waitingTraces: 3, errored: 0 };
    expect(await countFrame(test.db, arriving.workspaceId, scope)).toMatchObject(counts);
    const owner = { ...arriving, role: "owner" as const };
    expect(await createDraw(owner, plan)).toMatchObject({
      code: "conflict",
      message: expect.stringContaining("still arriving"),
    });
    await test.db.update(imports).set({ state: "done" }).where(own);
    expect(await createDraw(owner, plan)).toMatchObject({ ok: true, value: { frameCalls: 9 } });
  });

  it("refuses a viewer, a bad plan, and a workspace without calls", async () => {
    expect(await createDraw({ ...home, role: "reviewer" }, plan)).toMatchObject({
      code: "forbidden",
    });
    expect(await createDraw(home, { ...plan, perCluster: 501 })).toMatchObject({ code: "invalid" });
    const empty = await makeTestWorkspace(test.db, "Empty");
    expect(await createDraw({ ...empty, role: "owner" }, plan)).toMatchObject({
      code: "conflict",
      message: expect.stringContaining("Import traces first"),
    });
  });
});
