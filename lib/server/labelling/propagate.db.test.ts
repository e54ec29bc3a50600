import { eq } from "drizzle-orm";
import { SEE_ALL } from "@/lib/labelling/blind";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { assignments, labels } from "@/db/schema";
import { currentLabels } from "@/lib/labelling/consensus";
import type { LabelRow } from "@/lib/labelling/label-row";
import { WHOLE_SCOPE } from "@/lib/scope/scope";
import { loadEvidence } from "@/lib/server/overview/load-evidence";
import { makeTestWorkspace, openTestDatabase } from "@/lib/server/testing";
import { createDraw } from "./create-draw";
import { listHistory } from "./list-history";
import { submitLabels } from "./submit-labels";
import { takeItems } from "./take-items";
import { importTestCalls, testLabel, type TestReviewer, testReviewer, testUndo } from "./testing";

let test: Awaited<ReturnType<typeof openTestDatabase>>;
let home: Awaited<ReturnType<typeof makeTestWorkspace>>;
let drawId: string;
let ann: TestReviewer;
let items: { itemId: string; callId: string; cluster: string; alike: number }[];

const TRACES = 6;

beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test?.close());

beforeEach(async () => {
  home = await makeTestWorkspace(test.db, "Home");
  // the runs differ in a number alone: each turn is asked alike in all of them
  await importTestCalls(home, TRACES);
  const plan = { seed: "1", maxPerTrace: null, perCluster: 5 };
  const made = await createDraw({ ...home, role: "owner" }, plan);
  if (!made.ok) throw new Error(made.message);
  drawId = made.value.id;
  ann = testReviewer(home.workspaceId, "Ann");
  const { queue } = await takeItems(ann, { drawId, order: "cluster", known: [], want: 40 });
  items = queue.map(({ item }) => item);
});

const stored = () => test.db.select().from(labels).where(eq(labels.workspaceId, home.workspaceId));
const copies = async () =>
  currentLabels(await stored()).filter(({ origin }) => origin === "propagated");

async function say(...rows: LabelRow[]) {
  const answer = await submitLabels(ann, rows);
  if (!answer.ok) throw new Error(answer.message);
  expect(answer.value.map(({ status }) => status)).toEqual(rows.map(() => "saved"));
}

/** One of the plans: five of the six are drawn, so that others of its kind are items too. */
const first = () => items.find(({ cluster }) => cluster === "plan");
const second = () => items.find(({ cluster }) => cluster === "extract");

describe("a label for calls asked alike", () => {
  it("becomes one label by hand and copies that fill no slot and count in no share", async () => {
    const item = first();
    expect(item?.alike).toBe(TRACES - 1);
    const given = testLabel(item?.itemId ?? "", { verdict: "viable", alike: true });
    await say(given);
    const found = await copies();
    expect(found).toHaveLength(TRACES - 1);
    for (const copy of found) {
      expect(copy).toMatchObject({ verdict: "viable", itemId: null, propagatedFrom: given.id });
      expect(copy).toMatchObject({ slot: 0, reasons: [7], note: "a secret thought" });
      expect(copy.callId).not.toBe(item?.callId);
    }
    const done = await test.db.select().from(assignments).where(eq(assignments.state, "done"));
    expect(done.filter((slot) => slot.drawId === drawId)).toHaveLength(1);
    const { evidence } = await loadEvidence(home.workspaceId, WHOLE_SCOPE, SEE_ALL);
    expect(evidence.labelled.map(({ callId }) => callId)).toEqual([item?.callId]);
  });

  it("is not given twice when the answer was lost and the row comes again", async () => {
    const given = testLabel(first()?.itemId ?? "", { alike: true });
    await say(given);
    expect(await submitLabels(ann, [given])).toMatchObject({ value: [{ status: "known" }] });
    expect(await copies()).toHaveLength(TRACES - 1);
  });

  it("goes with its copies on undo, follows a correction, and comes back to the screen", async () => {
    const itemId = first()?.itemId ?? "";
    const given = testLabel(itemId, { verdict: "viable", alike: true });
    const other = testLabel(itemId, { verdict: "unsure", alike: true, supersedes: given.id });
    await say(given, other);
    expect(new Set((await copies()).map(({ verdict }) => verdict))).toEqual(new Set(["unsure"]));
    const from = { drawId, items: 5, decisions: 5, also: null };
    const { history } = await listHistory(ann, from);
    expect(history).toMatchObject([{ own: { alike: true }, past: [{ alike: true }] }]);
    await say(testUndo(other));
    expect(await copies()).toEqual([]);
  });

  it("takes the copies back when it is corrected to stand alone", async () => {
    const itemId = first()?.itemId ?? "";
    const given = testLabel(itemId, { alike: true });
    await say(given);
    const alone = testLabel(itemId, { supersedes: given.id });
    await say(alone);
    expect(await copies()).toEqual([]);
    await say(testLabel(itemId, { alike: true, supersedes: alone.id }));
    expect(await copies()).toHaveLength(TRACES - 1);
  });

  it("leaves alone what the rater labelled by hand, and other raters' labels", async () => {
    const given = testLabel(first()?.itemId ?? "", { verdict: "viable", alike: true });
    await say(given);
    const reached = new Set((await copies()).map(({ callId }) => callId));
    const sibling = items.find(({ callId }) => reached.has(callId));
    await say(testUndo(given), testLabel(sibling?.itemId ?? "", { verdict: "not_viable" }));
    await say(testLabel(given.itemId, { verdict: "viable", alike: true }));
    const own = currentLabels(await stored()).filter(({ callId }) => callId === sibling?.callId);
    expect(own).toMatchObject([{ origin: "hand", verdict: "not_viable" }]);
    expect(await copies()).toHaveLength(TRACES - 2);
    const bob = testReviewer(home.workspaceId, "Bob");
    await submitLabels(bob, [testLabel(second()?.itemId ?? "", { alike: true })]);
    const raters = new Set((await copies()).map(({ raterId }) => raterId));
    expect(raters.size).toBe(2);
  });
});
