import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { claimSlots } from "@/db/commands/claim-slots";
import { lockMemberRater } from "@/db/commands/write-label";
import { assignments, labels } from "@/db/schema";
import { listDraws } from "@/db/queries/labelling/list-draws";
import { listOwnLabels } from "@/db/queries/labelling/list-own-labels";
import { MOST_HELD } from "@/lib/labelling/lease";
import { makeTestWorkspace, openTestDatabase } from "@/lib/server/testing";
import { createDraw } from "./create-draw";
import { listHistory } from "./list-history";
import { releaseItems } from "./release-items";
import { submitLabels } from "./submit-labels";
import { takeItems } from "./take-items";
import {
  importTestCalls,
  openSlots,
  testLabel as label,
  type TestReviewer,
  testReviewer,
  testUndo,
} from "./testing";

let test: Awaited<ReturnType<typeof openTestDatabase>>;
let home: Awaited<ReturnType<typeof makeTestWorkspace>>;
let drawId: string;
let number: number;
let ann: TestReviewer;
let bob: TestReviewer;

const NOON = new Date("2026-03-01T12:00:00Z");
const minutesLater = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);

beforeAll(async () => {
  test = await openTestDatabase();
  home = await makeTestWorkspace(test.db, "Home");
  await importTestCalls(home, 20);
});
afterAll(() => test?.close());

beforeEach(async () => {
  const plan = { seed: "1", maxPerTrace: null, perCluster: 40 };
  const made = await createDraw({ ...home, role: "owner" }, plan);
  if (!made.ok) throw new Error(made.message);
  drawId = made.value.id;
  number = made.value.number;
  await openSlots(home.workspaceId, drawId, 1);
  [ann, bob] = [testReviewer(home.workspaceId, "Ann"), testReviewer(home.workspaceId, "Bob")];
});

type Asked = Partial<Parameters<typeof takeItems>[1]>;

const take = (member: TestReviewer, over: Asked = {}, now = NOON) =>
  takeItems(member, { drawId, order: "random", known: [], want: 12, ...over }, now);
const idsOf = ({ queue }: Awaited<ReturnType<typeof take>>) => queue.map(({ item }) => item.itemId);

describe("takeItems", () => {
  it("serves items with all that the screen shows", async () => {
    const items = (await take(ann, { want: 40 })).queue.map(({ item }) => item);
    const third = items.find(({ step }) => step?.number === 3);
    expect(third).toMatchObject({
      cluster: "extract",
      agent: "helper",
      model: "gpt-4.1",
      inputTokens: 300,
      step: { number: 3, of: 3 },
      conversation: {
        instructions: [{ firstLine: "You do what is asked." }],
        lastInput: { firstLine: expect.stringMatching(/^t\d+ asks 3$/) },
        response: { firstLine: expect.stringMatching(/^t\d+ answers 3$/) },
        tools: [{ name: "look_up" }],
        seenBefore: 4,
      },
      alike: 19,
    });
    expect(third?.conversation.earlier).toHaveLength(4);
    const [[from = 0, to = 0] = []] = third?.changed?.[0] ?? [];
    const [block] = third?.conversation.lastInput?.blocks ?? [];
    expect(block?.text.slice(from, to)).toBe("3");
  });

  it("holds at most 40 for one person, and gives them the same order again", async () => {
    const first = await take(ann, { want: 40 });
    expect(first.queue).toHaveLength(MOST_HELD);
    expect(first).toMatchObject({ atEnd: false, counts: { labelled: 0, open: 60, skipped: 0 } });
    expect(idsOf(await take(ann, { known: idsOf(first), want: 12 }))).toEqual([]);
    expect(idsOf(await take(ann, { want: 12 }))).toEqual(idsOf(first).slice(0, 12));
    const released = await releaseItems(ann, { draw: number });
    expect(released).toEqual({ ok: true, value: { released: 40 } });
    expect(idsOf(await take(ann, { want: 40 }))).toEqual(idsOf(first));
  });

  it("deals two people different items, each in an order of their own", async () => {
    const [hers, his] = await Promise.all([take(ann, { want: 40 }), take(bob, { want: 40 })]);
    const both = [...idsOf(hers), ...idsOf(his)];
    expect(new Set(both).size).toBe(both.length);
    expect(both).toHaveLength(60);
    const late = await take(ann, { known: idsOf(hers) });
    expect(late).toMatchObject({ queue: [], atEnd: true, counts: { open: idsOf(hers).length } });
  });

  it("serves one cluster after the other on request", async () => {
    const { queue } = await take(ann, { order: "cluster", want: 40 });
    const clusters = queue.map(({ item }) => item.cluster);
    const changes = clusters.filter((name, at) => at > 0 && name !== clusters[at - 1]);
    expect(changes).toHaveLength(1);
  });

  it("gives a dead page's items to others when its lease has run out", async () => {
    const hers = idsOf(await take(ann, { want: 40 }));
    expect((await take(bob, { want: 40 }, minutesLater(14))).queue).toHaveLength(20);
    const rest = await take(testReviewer(home.workspaceId, "Cem"), { want: 40 }, minutesLater(16));
    expect(idsOf(rest).toSorted()).toEqual(hers.toSorted());
  });

  it("renews what a living page holds, and says what others took while it slept", async () => {
    const hers = idsOf(await take(ann));
    await take(ann, { known: hers, want: 0 }, minutesLater(10));
    const his = idsOf(await take(bob, { want: 40 }, minutesLater(20)));
    expect(his.filter((id) => hers.includes(id))).toEqual([]);
    const cem = testReviewer(home.workspaceId, "Cem");
    const taken = idsOf(await take(cem, { want: 5 }, minutesLater(26)));
    const woken = await take(ann, { known: hers, want: 0 }, minutesLater(27));
    expect(woken.lost.toSorted()).toEqual(taken.filter((id) => hers.includes(id)).toSorted());
    expect(woken.counts.open).toBeGreaterThanOrEqual(hers.length - woken.lost.length);
  });

  it("holds nothing for a page that has gone while it asked", async () => {
    const gone = AbortSignal.abort();
    const asked = { drawId, order: "random" as const, known: [], want: 12 };
    await expect(takeItems(ann, asked, NOON, gone)).rejects.toBe(gone.reason);
    const held = and(eq(assignments.drawId, drawId), eq(assignments.state, "claimed"));
    expect(await test.db.$count(assignments, held)).toBe(0);
  });

  it("gives back also what a page had just asked for when it was left", async () => {
    await take(ann, { want: 1 });
    const { leaving } = await test.db.transaction(async (tx) => {
      const { workspaceId } = home;
      const raterId = await lockMemberRater(tx, workspaceId, ann.user);
      const claim = { drawId, raterId, order: "random" as const, limit: 12, items: null };
      expect(await claimSlots(tx, workspaceId, { ...claim, now: NOON })).toHaveLength(12);
      const released = releaseItems(ann, { draw: number });
      await vi.waitFor(async () => {
        const waiting = await test.db.execute(sql`SELECT 1 FROM pg_locks WHERE NOT granted`);
        expect(waiting).not.toHaveLength(0);
      }, 10_000);
      return { leaving: released };
    });
    expect(await leaving).toEqual({ ok: true, value: { released: 13 } });
  });

  it("keeps a slot for the person whom it is kept for", async () => {
    const { raterId } = await raterOf(ann);
    await test.db
      .update(assignments)
      .set({ keptFor: raterId })
      .where(eq(assignments.drawId, drawId));
    expect(await take(bob)).toMatchObject({ queue: [], atEnd: true, counts: { open: 0 } });
    expect((await take(ann)).queue).toHaveLength(12);
  });

  it("tells one rater nothing of another's labels", async () => {
    await openSlots(home.workspaceId, drawId, 2);
    const before = await take(bob, { want: 40 });
    await submitLabels(
      ann,
      idsOf(await take(ann, { want: 40 })).map((id) => label(id)),
      NOON,
    );
    expect(JSON.stringify(await take(bob, { want: 40 }))).toBe(JSON.stringify(before));
    const from = { drawId, items: 10, decisions: 20, also: idsOf(before)[0] ?? null };
    expect(await listHistory(bob, from)).toEqual({ history: [], pace: [] });
  });
});

describe("labels and slots", () => {
  it("fills the slot, and gives it back on undo", async () => {
    const [itemId = ""] = idsOf(await take(ann));
    const given = label(itemId);
    await submitLabels(ann, [given], NOON);
    expect(await slotOf(itemId)).toMatchObject({ state: "done", leaseUntil: null });
    expect(await storedLabel(given.id)).toMatchObject({ slot: 1, extra: false });
    await submitLabels(ann, [testUndo(given)], NOON);
    expect(await slotOf(itemId)).toMatchObject({ state: "claimed" });
    expect(idsOf(await take(ann))).toContain(itemId);
    await releaseItems(ann, { draw: number });
    expect(await slotOf(itemId)).toMatchObject({ state: "open", raterId: null });
  });

  it("keeps a label that came after its slot was refilled as one too many", async () => {
    const [itemId = ""] = idsOf(await take(ann));
    await releaseItems(ann, { draw: number });
    const his = idsOf(await take(bob, { known: [itemId], want: 40 }));
    expect(his).not.toContain(itemId);
    await submitLabels(bob, [label(itemId)], NOON);
    const late = label(itemId, { verdict: "viable" });
    expect(await submitLabels(ann, [late], NOON)).toMatchObject({ value: [{ status: "saved" }] });
    expect(await storedLabel(late.id)).toMatchObject({ slot: 0, extra: true, origin: "hand" });
    expect(idsOf(await take(ann, { want: 40 }))).not.toContain(itemId);
  });

  it("takes a label on a lease that ran out, if nobody else took the slot", async () => {
    const [itemId = ""] = idsOf(await take(ann));
    const late = label(itemId);
    await submitLabels(ann, [late], minutesLater(60));
    expect(await storedLabel(late.id)).toMatchObject({ slot: 1, extra: false });
  });

  it("keeps those of unsent labels when the page closes", async () => {
    const [first = "", second = ""] = idsOf(await take(ann));
    await releaseItems(ann, { draw: number, keep: [first] });
    expect(await slotOf(first)).toMatchObject({ state: "claimed" });
    expect(await slotOf(second)).toMatchObject({ state: "open" });
  });
});

describe("listHistory", () => {
  const from = { items: 3, decisions: 20, also: null };

  it("gives back one's own last labels with their words and pace, and one more on request", async () => {
    const ids = idsOf(await take(ann, { want: 5 }));
    for (const itemId of ids) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other, as a person labels
      await submitLabels(ann, [label(itemId, { rubric: { q1: true, q2: false } })], NOON);
    }
    const { history, pace } = await listHistory(ann, { drawId, ...from, also: ids[0] ?? null });
    expect(history.map(({ item }) => item.itemId)).toEqual([ids[0], ...ids.slice(-3)]);
    const own = {
      verdict: "not_viable",
      note: "a secret thought",
      rubric: { q1: true, q2: false },
    };
    expect(history[0]?.own).toMatchObject(own);
    expect(pace).toEqual([900, 900, 900, 900, 900]);
  });

  it("lists what stands, the newest first, with how much was said before", async () => {
    const [one = "", two = ""] = idsOf(await take(ann));
    const first = label(one, { verdict: "viable" });
    await submitLabels(ann, [first], NOON);
    await submitLabels(ann, [label(two), label(one, { supersedes: first.id })], NOON);
    const own = { drawId, userId: ann.user.id, limit: 10 };
    const listed = await listOwnLabels(test.db, home.workspaceId, own);
    expect(listed).toHaveLength(2);
    expect(listed.find(({ itemId }) => itemId === one)).toMatchObject({
      verdict: "not_viable",
      earlier: 1,
      extra: false,
      cluster: expect.stringMatching(/plan|extract/),
    });
    const his = { ...own, userId: bob.user.id };
    expect(await listOwnLabels(test.db, home.workspaceId, his)).toEqual([]);
  });

  it("gives back what a person said before, for undo to go back to", async () => {
    await openSlots(home.workspaceId, drawId, 2);
    const itemId = idsOf(await take(ann))[0] ?? "";
    const first = label(itemId, { verdict: "viable" });
    const second = label(itemId, { supersedes: first.id });
    await submitLabels(bob, [label(itemId, { verdict: "unsure" })]);
    await submitLabels(ann, [first, second]);
    expect((await listHistory(ann, { drawId, ...from })).history).toMatchObject([
      { own: { id: second.id }, past: [{ id: first.id, verdict: "viable" }] },
    ]);
    const undone = label(itemId, { verdict: "viable", supersedes: second.id, decisionMs: null });
    await submitLabels(ann, [undone]);
    expect((await listHistory(ann, { drawId, ...from })).history).toMatchObject([
      { own: { id: undone.id }, past: [] },
    ]);
  });
});

describe("listDraws", () => {
  it("says how far each rater is, not what they said", async () => {
    await submitLabels(ann, [label(idsOf(await take(ann))[0] ?? "")]);
    const [draw] = await listDraws(test.db, home.workspaceId);
    expect(draw).toMatchObject({ id: drawId, coverage: [{ rater: "Ann", labelled: 1 }] });
    expect(JSON.stringify(draw)).not.toContain("not_viable");
  });
});

async function raterOf(member: TestReviewer) {
  const [itemId = ""] = idsOf(await take(member, { want: 1 }));
  const { raterId } = await slotOf(itemId);
  await releaseItems(member, { draw: number });
  if (raterId === null) throw new Error("nobody holds what was just taken");
  return { raterId };
}

async function slotOf(itemId: string) {
  const [slot] = await test.db.select().from(assignments).where(eq(assignments.itemId, itemId));
  if (!slot) throw new Error("the item has no slot");
  return slot;
}

async function storedLabel(id: string) {
  const own = and(eq(labels.workspaceId, home.workspaceId), eq(labels.id, id));
  const [row] = await test.db.select().from(labels).where(own);
  return row;
}
