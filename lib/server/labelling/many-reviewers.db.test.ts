import { asc, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDatabase, type DatabaseHandle } from "@/db/client";
import { claimSlots, renewSlots } from "@/db/commands/claim-slots";
import { fillOwnSlots } from "@/db/commands/fill-own-slots";
import { lockMemberRater, writeLabels } from "@/db/commands/write-label";
import { getDrawCodebook } from "@/db/queries/labelling/get-draw-codebook";
import { assignments, drawItems, labels } from "@/db/schema";
import type { RowId } from "@/lib/ids";
import { MOST_HELD } from "@/lib/labelling/lease";
import { makeTestWorkspace, openTestDatabase } from "@/lib/server/testing";
import { createDraw } from "./create-draw";
import { importTestCalls, openSlots, type TestReviewer, testReviewer } from "./testing";

const [REVIEWERS, ITEMS, SLOTS] = [20, 500, 2];
/** These close their laptops after their first items, without a word. */
const KILLED = 5;
const NOON = new Date("2026-03-01T12:00:00Z");
const LATER = new Date("2026-03-01T12:20:00Z");

let test: Awaited<ReturnType<typeof openTestDatabase>>;
let home: Awaited<ReturnType<typeof makeTestWorkspace>>;
/** A connection for each reviewer, so that all of them are at it at once. */
let pool: DatabaseHandle;
let drawId: RowId;
let codebookId: RowId;
const callOf = new Map<RowId, RowId>();

beforeAll(async () => {
  test = await openTestDatabase();
  pool = createDatabase(process.env.DATABASE_URL ?? "", { max: REVIEWERS });
  home = await makeTestWorkspace(test.db, "Home");
  await importTestCalls(home, 167);
  const plan = { seed: "1", maxPerTrace: null, perCluster: 333 };
  const made = await createDraw({ ...home, role: "owner" }, plan);
  if (!made.ok) throw new Error(made.message);
  drawId = made.value.id;
  await openSlots(home.workspaceId, drawId, SLOTS);
  codebookId = await getDrawCodebook(test.db, home.workspaceId, drawId);
  const items = await test.db.select().from(drawItems).where(eq(drawItems.drawId, drawId));
  for (const item of items) callOf.set(item.id, item.callId);
});
afterAll(async () => {
  await pool?.close();
  await test?.close();
});

/** Claims as the queue does. */
const claim = (member: TestReviewer, limit: number, now: Date) =>
  pool.db.transaction(async (tx) => {
    const raterId = await lockMemberRater(tx, home.workspaceId, member.user);
    const mine = { drawId, raterId, order: "random" as const, now };
    await renewSlots(tx, home.workspaceId, mine);
    return claimSlots(tx, home.workspaceId, { ...mine, items: null, limit });
  });

/** Labels as the browser's outbox does, in the order of the person's own screen. */
const label = (member: TestReviewer, itemIds: readonly RowId[], now: Date) =>
  pool.db.transaction(async (tx) => {
    const raterId = await lockMemberRater(tx, home.workspaceId, member.user);
    const slots = await fillOwnSlots(tx, home.workspaceId, { raterId, itemIds, now });
    await writeLabels(
      tx,
      home.workspaceId,
      itemIds.map((itemId) => ({
        id: crypto.randomUUID(),
        itemId,
        callId: callOf.get(itemId) ?? "",
        raterId,
        codebookId,
        origin: "hand" as const,
        verdict: "viable" as const,
        slot: slots.get(itemId) ?? 0,
        extra: !slots.has(itemId),
      })),
    );
  });

/** Until there is nothing left that this person could take. */
async function labelToTheEnd(member: TestReviewer, now: Date): Promise<void> {
  for (let empty = 0; empty < 3;) {
    // oxlint-disable-next-line no-await-in-loop -- a person labels one batch after the other
    const items = await claim(member, 1 + (member.user.id.charCodeAt(0) % MOST_HELD), now);
    empty = items.length === 0 ? empty + 1 : 0;
    // oxlint-disable-next-line no-await-in-loop -- as above
    if (items.length > 0) await label(member, items, now);
  }
}

const countDeadlocks = async () => {
  await test.db.execute(sql`SELECT pg_stat_force_next_flush()`);
  const [row] = await test.db.execute<{ deadlocks: string }>(
    sql`SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()`,
  );
  return Number(row?.deadlocks);
};

describe(`${REVIEWERS} reviewers at once on ${ITEMS} items of ${SLOTS} slots`, () => {
  it("fill each slot once, nobody twice on one item, and what dead pages held comes back", async () => {
    expect(callOf.size).toBe(ITEMS);
    const people = Array.from({ length: REVIEWERS }, (_, index) =>
      testReviewer(home.workspaceId, `Reviewer ${index + 1}`),
    );
    const [killed, living] = [people.slice(0, KILLED), people.slice(KILLED)];
    const held = await Promise.all(killed.map((member) => claim(member, MOST_HELD, NOON)));
    expect(held.flat()).toHaveLength(KILLED * MOST_HELD);
    await Promise.all(living.map((member) => labelToTheEnd(member, NOON)));
    const halfway = await test.db.select().from(assignments).where(eq(assignments.drawId, drawId));
    expect(halfway.filter(({ state }) => state === "claimed")).toHaveLength(KILLED * MOST_HELD);
    expect(halfway.filter(({ state }) => state === "open")).toEqual([]);

    await Promise.all(living.map((member) => labelToTheEnd(member, LATER)));
    const slots = await test.db
      .select()
      .from(assignments)
      .where(eq(assignments.drawId, drawId))
      .orderBy(asc(assignments.itemId));
    expect(slots).toHaveLength(ITEMS * SLOTS);
    expect(slots.filter(({ state }) => state !== "done")).toEqual([]);
    const pairs = new Set(slots.map(({ itemId, raterId }) => `${itemId} ${raterId}`));
    expect(pairs.size).toBe(ITEMS * SLOTS);

    const rows = await test.db.select().from(labels).where(eq(labels.extra, false));
    expect(rows).toHaveLength(ITEMS * SLOTS);
    expect(new Set(rows.map(({ itemId, slot }) => `${itemId} ${slot}`)).size).toBe(ITEMS * SLOTS);
    expect(new Set(rows.map((row) => `${row.itemId} ${row.raterId}`))).toEqual(pairs);
    expect(await test.db.$count(labels)).toBe(ITEMS * SLOTS);
    expect(await countDeadlocks()).toBe(0);
  });

  it("keep what a dead page's outbox brings home after all, as labels too many", async () => {
    const late = testReviewer(home.workspaceId, "Late");
    const items = [...callOf.keys()].slice(0, MOST_HELD);
    await label(late, items, LATER);
    const extra = await test.db.select().from(labels).where(eq(labels.extra, true));
    expect(extra).toHaveLength(MOST_HELD);
    const done = await test.db.$count(assignments, eq(assignments.state, "done"));
    expect(done).toBe(ITEMS * SLOTS);
  });
});
