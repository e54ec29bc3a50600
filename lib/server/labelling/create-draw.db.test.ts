import { and, asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditLog, drawFrame, drawItems, draws, drawStrata } from "@/db/schema";
import { listClusterFrames } from "@/db/queries/labelling/list-cluster-frames";
import type { WorkspaceId } from "@/lib/ids";
import { planClusters } from "@/lib/labelling/plan-draw";
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
    const frames = await listClusterFrames(test.db, home.workspaceId);
    const planned = planClusters(frames, plan).map((cluster) => [cluster.name, cluster.draws]);
    expect(planned).toEqual([
      ["extract", 8],
      ["plan", 8],
    ]);
    const [largest] = frames;
    expect(largest).toMatchObject({ frameCalls: 24, traceSizes: [[2, 12]] });
  });

  it("keeps to the clusters that it is given, and to its own workspace", async () => {
    const [extract] = await listClusterFrames(test.db, home.workspaceId);
    const made = await draw({ ...plan, clusterIds: [extract?.clusterId] });
    const items = await itemsOf(home.workspaceId, made.id);
    expect(new Set(items.map((item) => item.clusterId))).toEqual(new Set([extract?.clusterId]));
    expect(
      await test.db.select().from(draws).where(eq(draws.workspaceId, other.workspaceId)),
    ).toEqual([]);
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
