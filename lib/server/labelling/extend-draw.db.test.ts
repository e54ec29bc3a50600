import { and, asc, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { assignments, auditLog, drawItems, draws, drawStrata } from "@/db/schema";
import { getDraw } from "@/db/queries/labelling/get-draw";
import type { Sight } from "@/lib/labelling/blind";
import { DrawRecord } from "@/lib/labelling/draw-record";
import { makeTestWorkspace, openTestDatabase } from "@/lib/server/testing";
import { answerDrawRecord } from "./answer-draw";
import { checkDraw } from "./check-draw";
import { createDraw } from "./create-draw";
import { extendDraw } from "./extend-draw";
import { readDrawRecord } from "./read-draw-record";
import { importTestCalls } from "./testing";

let test: Awaited<ReturnType<typeof openTestDatabase>>;
let home: Awaited<ReturnType<typeof makeTestWorkspace>> & { role: "admin" };

beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test?.close());
beforeEach(async () => {
  home = { ...(await makeTestWorkspace(test.db, "Home")), role: "admin" };
  await importTestCalls(home, 12);
});

const plan = { perCluster: 4, maxPerTrace: 1, seed: "20261121" };

async function draw(input: unknown = plan): Promise<number> {
  const made = await createDraw(home, input);
  if (!made.ok) throw new Error(made.message);
  return made.value.number;
}

async function extend(input: unknown) {
  const made = await extendDraw(home, input);
  if (!made.ok) throw new Error(made.message);
  return made.value;
}

async function recordOf(number: number): Promise<DrawRecord> {
  const row = await getDraw(test.db, home.workspaceId, { number });
  if (!row) throw new Error(`there is no draw ${number}`);
  return readDrawRecord(test.db, home.workspaceId, row);
}

const check = async (number: number) => {
  const checked = await checkDraw(home, number);
  if (!checked.ok) throw new Error(checked.message);
  return checked.value;
};

const chancesOf = ({ items }: DrawRecord) =>
  new Map(items.map((item) => [item.call_id, item.inclusion_probability]));

describe("more calls of the same frame", () => {
  it("are those of a draw of the larger size, with its probabilities; the first items stay", async () => {
    const number = await draw();
    const before = await recordOf(number);
    expect(await extend({ kind: "raise", draw: number, more: 3 })).toMatchObject({ items: 6 });
    const after = await recordOf(number);
    expect(after.items.slice(0, 8).map((item) => item.call_id)).toEqual(
      before.items.map((item) => item.call_id),
    );
    expect(after.items.map((item) => item.position)).toEqual(after.items.map((_, at) => at + 1));
    const large = chancesOf(await recordOf(await draw({ ...plan, perCluster: 7 })));
    const raised = chancesOf(after);
    expect([...raised.keys()].toSorted()).toEqual([...large.keys()].toSorted());
    for (const [callId, chance] of raised) expect(chance).toBeCloseTo(large.get(callId) ?? 0, 12);
    expect(await check(number)).toMatchObject({ identical: true, items: 14, differences: [] });
  });

  it("have open slots, and the log says who took them", async () => {
    const number = await draw({ ...plan, secondShare: 1 });
    await extend({ kind: "raise", draw: number, more: 2 });
    const [row] = await test.db
      .select()
      .from(draws)
      .where(and(eq(draws.workspaceId, home.workspaceId), eq(draws.number, number)));
    const slots = await test.db
      .select()
      .from(assignments)
      .where(eq(assignments.drawId, row?.id ?? ""));
    expect(slots).toHaveLength(12 * 2);
    const log = await test.db.select().from(auditLog).where(eq(auditLog.action, "draw.extend"));
    expect(log.at(-1)).toMatchObject({
      actor: home.actor,
      subject: row?.id,
      detail: { kind: "raise", items: 4 },
    });
  });

  it("are never taken twice when two people extend at once, nor beyond what there is", async () => {
    const number = await draw();
    const twice = await Promise.all(
      [2, 2].map((more) => extend({ kind: "raise", draw: number, more })),
    );
    expect(twice.map(({ items }) => items)).toEqual([4, 4]);
    expect(await extend({ kind: "raise", draw: number, more: 500 })).toMatchObject({ items: 8 });
    expect((await recordOf(number)).items).toHaveLength(24);
    expect(await check(number)).toMatchObject({ identical: true });
    expect(await extendDraw(home, { kind: "raise", draw: number, more: 1 })).toMatchObject({
      code: "conflict",
    });
  });

  it("go where they tell most, where the draw was shared out so", async () => {
    const given = { ...plan, maxPerTrace: null, allocation: "calls", perCluster: 1, wanted: 9 };
    const number = await draw(given);
    await extend({ kind: "raise", draw: number, more: 9 });
    const { strata } = await recordOf(number);
    expect(strata.map((row) => [row.frame_calls, row.drawn]).toSorted()).toEqual([
      [12, 6],
      [24, 12],
    ]);
  });
});

describe("calls that came since", () => {
  it("are strata of their own; what was drawn before keeps its probability", async () => {
    const number = await draw();
    const before = await recordOf(number);
    expect(await extendDraw(home, { kind: "frame", draw: number, perCluster: 2 })).toMatchObject({
      code: "conflict",
    });
    await importTestCalls(home, 20);
    const added = await extend({ kind: "frame", draw: number, perCluster: 2 });
    expect(added).toMatchObject({ items: 4, frameCalls: 60 });
    const after = await recordOf(number);
    expect(after.items.slice(0, 8)).toEqual(before.items);
    expect(after.items.slice(8).map((item) => item.part)).toEqual([2, 2, 2, 2]);
    expect(after.strata.map((row) => [row.part, row.frame_calls, row.drawn])).toEqual(
      expect.arrayContaining([
        [1, 12, 4],
        [1, 24, 4],
        [2, 8, 2],
        [2, 16, 2],
      ]),
    );
    // 1 of the 2 calls of a trace is kept, 2 of the 8 kept are drawn
    const part = after.strata.find((row) => row.part === 2 && row.frame_calls === 16);
    const own = after.items.filter(
      (item) => item.part === 2 && item.cluster_id === part?.cluster_id,
    );
    for (const item of own) expect(item.inclusion_probability).toBeCloseTo((1 / 2) * (2 / 8), 12);
    expect(after.steps.map((step) => [step.kind, step.part, step.frameCalls])).toEqual([
      ["draw", 1, 36],
      ["frame", 2, 24],
    ]);
    expect(await check(number)).toMatchObject({ identical: true, items: 12, frameCalls: 60 });
  });

  it("are raised beside the others afterwards", async () => {
    const number = await draw();
    await importTestCalls(home, 20);
    await extend({ kind: "frame", draw: number, perCluster: 2 });
    expect(await extend({ kind: "raise", draw: number, more: 5 })).toMatchObject({ items: 10 });
    expect(await check(number)).toMatchObject({ identical: true, items: 22 });
    const sums = await test.db
      .select({ clusterId: drawStrata.clusterId, drawn: sql<number>`sum(drawn)::int` })
      .from(drawStrata)
      .where(eq(drawStrata.workspaceId, home.workspaceId))
      .groupBy(drawStrata.clusterId);
    expect(sums.map(({ drawn }) => drawn)).toEqual([11, 11]);
  });
});

describe("a draw checked against its record", () => {
  it("comes out the same with near-duplicates collapsed and traces thinned", async () => {
    const number = await draw({ ...plan, collapseAlike: true, perCluster: 2 });
    expect(await check(number)).toMatchObject({ identical: true });
  });

  it("tells what differs", async () => {
    const number = await draw();
    const items = await test.db
      .select()
      .from(drawItems)
      .where(eq(drawItems.workspaceId, home.workspaceId))
      .orderBy(asc(drawItems.position));
    const change = (position: number, over: Partial<typeof drawItems.$inferInsert>) =>
      test.db
        .update(drawItems)
        .set(over)
        .where(eq(drawItems.id, items[position - 1]?.id ?? ""));
    await change(1, { inclusionProbability: 0.9 });
    await change(2, { position: 99 });
    await test.db.delete(drawItems).where(eq(drawItems.id, items[2]?.id ?? ""));
    expect(await check(number)).toMatchObject({
      identical: false,
      differences: [
        "Not an item, though it would be drawn: 1 call.",
        "At another place of the queue: 1 item.",
        "Of another probability or weight: 1 item.",
      ],
    });
    expect(await checkDraw(home, 99)).toMatchObject({ code: "not_found" });
  });
});

describe("the record that is handed out", () => {
  it("holds the draw, and its spread only for whom everybody's labels are to be seen", async () => {
    const number = await draw({ ...plan, allocation: "neyman", perCluster: 1, wanted: 9 });
    const spreads = async (sight?: Sight) => {
      const answer = await answerDrawRecord(home.workspaceId, number, sight);
      return DrawRecord.parse(await answer.json()).strata.map(({ spread }) => spread);
    };
    expect(await spreads()).toEqual([0.5, 0.5]);
    expect(await spreads({ labels: "own", raterId: null, left: 3 })).toEqual([null, null]);
    expect((await answerDrawRecord(home.workspaceId, 99)).status).toBe(404);
    expect((await answerDrawRecord(home.workspaceId, "one")).status).toBe(422);
  });
});
