import { desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { assignments, auditLog } from "@/db/schema";
import { makeTestWorkspace, openTestDatabase } from "@/lib/server/testing";
import { createDraw } from "./create-draw";
import { skipItem } from "./skip-item";
import { submitLabels } from "./submit-labels";
import { takeItems } from "./take-items";
import { importTestCalls, testLabel, type TestReviewer, testReviewer } from "./testing";

let test: Awaited<ReturnType<typeof openTestDatabase>>;
let home: Awaited<ReturnType<typeof makeTestWorkspace>>;
let drawId: string;
let draw: number;
let ann: TestReviewer;
let bob: TestReviewer;

beforeAll(async () => {
  test = await openTestDatabase();
  home = await makeTestWorkspace(test.db, "Home");
  await importTestCalls(home, 3);
});
afterAll(() => test?.close());

beforeEach(async () => {
  const made = await createDraw({ ...home, role: "owner" }, { seed: "1", maxPerTrace: null });
  if (!made.ok) throw new Error(made.message);
  drawId = made.value.id;
  draw = made.value.number;
  [ann, bob] = [testReviewer(home.workspaceId, "Ann"), testReviewer(home.workspaceId, "Bob")];
});

const take = (member: TestReviewer) =>
  takeItems(member, { drawId, order: "random", known: [], want: 40 });
const idsOf = ({ queue }: Awaited<ReturnType<typeof take>>) => queue.map(({ item }) => item.itemId);

describe("skipItem", () => {
  it("gives the item to others, and never again to who passed it over", async () => {
    const [itemId = "", ...others] = idsOf(await take(ann));
    expect(await skipItem(ann, { itemId, reason: " too long " })).toEqual({
      ok: true,
      value: { items: 1 },
    });
    const after = await take(ann);
    expect(idsOf(after)).toEqual(others);
    expect(after).toMatchObject({ atEnd: true, counts: { open: others.length, skipped: 1 } });
    expect(idsOf(await take(bob))).toEqual([itemId]);
    const [row] = await test.db
      .select()
      .from(auditLog)
      .where(eq(auditLog.actor, ann.actor))
      .orderBy(desc(auditLog.createdAt));
    expect(row).toMatchObject({
      action: "item.skip",
      subject: itemId,
      detail: { reason: "too long" },
    });
  });

  it("opens a slot that was kept for them to all", async () => {
    const [itemId = ""] = idsOf(await take(ann));
    const { raterId } = await slotOf(itemId);
    await test.db.update(assignments).set({ keptFor: raterId });
    await skipItem(ann, { itemId, reason: "not mine" });
    expect(await slotOf(itemId)).toMatchObject({ state: "open", raterId: null, keptFor: null });
    expect(idsOf(await take(bob))).toEqual([itemId]);
  });

  it("brings the items back when they ask for them", async () => {
    const ids = idsOf(await take(ann));
    for (const itemId of ids.slice(0, 2)) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other, as a person skips
      await skipItem(ann, { itemId, reason: "later" });
    }
    expect(await skipItem(ann, { draw, again: true })).toEqual({ ok: true, value: { items: 2 } });
    expect(idsOf(await take(ann)).toSorted()).toEqual(ids.toSorted());
    expect((await take(ann)).counts.skipped).toBe(0);
  });

  it("refuses without a reason, on a labelled item, in another workspace, and to viewers", async () => {
    const [itemId = ""] = idsOf(await take(ann));
    expect(await skipItem(ann, { itemId, reason: " " })).toMatchObject({
      code: "invalid",
      message: "Say why, so that others know.",
    });
    await submitLabels(ann, [testLabel(itemId)]);
    const given = { itemId, reason: "no" };
    expect(await skipItem(ann, given)).toMatchObject({ code: "conflict" });
    const elsewhere = await makeTestWorkspace(test.db, "Elsewhere");
    const stranger = { ...bob, workspaceId: elsewhere.workspaceId };
    expect(await skipItem(stranger, given)).toMatchObject({ code: "not_found" });
    expect(await skipItem({ ...bob, role: "viewer" }, given)).toMatchObject({ code: "forbidden" });
  });
});

async function slotOf(itemId: string) {
  const [slot] = await test.db.select().from(assignments).where(eq(assignments.itemId, itemId));
  if (!slot) throw new Error("the item has no slot");
  return slot;
}
