import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { countLabelled } from "@/db/queries/labelling/count-labelled";
import { listDraws } from "@/db/queries/labelling/list-draws";
import type { LabelRow } from "@/lib/labelling/label-row";
import { makeTestWorkspace, openTestDatabase } from "@/lib/server/testing";
import { createDraw } from "./create-draw";
import { listHistory, listQueue } from "./list-queue";
import { submitLabels } from "./submit-labels";
import { importTestCalls } from "./testing";

let test: Awaited<ReturnType<typeof openTestDatabase>>;
let home: Awaited<ReturnType<typeof makeTestWorkspace>>;
let drawId: string;

const person = (name: string) => {
  const id = randomUUID();
  const user = { id, name, email: `${id}@example.org` };
  return { workspaceId: home.workspaceId, role: "reviewer" as const, actor: id, user };
};

beforeAll(async () => {
  test = await openTestDatabase();
  home = await makeTestWorkspace(test.db, "Home");
  await importTestCalls(home, 4);
});
afterAll(() => test?.close());

beforeEach(async () => {
  const made = await createDraw({ ...home, role: "owner" }, { seed: "1", maxPerTrace: null });
  if (!made.ok) throw new Error(made.message);
  drawId = made.value.id;
});

const label = (itemId: string, over: Partial<LabelRow> = {}): LabelRow => ({
  id: randomUUID(),
  itemId,
  verdict: "not_viable",
  retracted: false,
  reasons: [7],
  note: "a secret thought",
  supersedes: null,
  decisionMs: 900,
  ...over,
});

const next = (member: ReturnType<typeof person>, after = 0, limit = 5) =>
  listQueue(member, { drawId, after, limit });

describe("the queue", () => {
  it("serves items in the order of the draw with all that the screen shows", async () => {
    const ann = person("Ann");
    const { queue, atEnd } = await next(ann, 0, 100);
    expect(atEnd).toBe(true);
    expect(queue.map(({ item }) => item.position)).toEqual(queue.map((_, index) => index + 1));
    expect(queue).toHaveLength(12);
    const third = queue.find(({ item }) => item.step?.number === 3)?.item;
    expect(third).toMatchObject({
      cluster: "extract",
      agent: "helper",
      model: "gpt-4.1",
      inputTokens: 300,
      step: { number: 3, of: 3 },
      conversation: {
        instructions: [{ firstLine: "You do what is asked." }],
        lastInput: { firstLine: expect.stringMatching(/^t\d asks 3$/) },
        response: { firstLine: expect.stringMatching(/^t\d answers 3$/) },
        tools: [{ name: "look_up" }],
        seenBefore: 4,
      },
    });
    expect(third?.conversation.earlier).toHaveLength(4);
  });

  it("leaves out what the person labelled, and gives it back after an undo", async () => {
    const ann = person("Ann");
    const [first, second] = (await next(ann)).queue;
    const given = label(first?.item.itemId ?? "");
    await submitLabels(ann, [given]);
    const later = await next(ann);
    expect(later.queue[0]?.item.itemId).toBe(second?.item.itemId);
    expect(later.atEnd).toBe(false);
    const undo = { verdict: null, retracted: true, reasons: [], note: null, supersedes: given.id };
    await submitLabels(ann, [label(given.itemId, undo)]);
    expect((await next(ann)).queue[0]?.item.itemId).toBe(first?.item.itemId);
  });

  it("tells one rater nothing of another's labels", async () => {
    const [ann, bob] = [person("Ann"), person("Bob")];
    const before = await next(bob);
    await submitLabels(
      ann,
      before.queue.map(({ item }) => label(item.itemId)),
    );
    expect(await next(bob)).toEqual(before);
    const from = { drawId, items: 10, decisions: 20 };
    expect(await listHistory(bob, from)).toEqual({ history: [], pace: [] });
    const counts = { drawId, userId: bob.user.id };
    expect(await countLabelled(test.db, home.workspaceId, counts)).toEqual({
      total: 12,
      labelled: 0,
    });
  });

  it("gives back one's own last labels with their words and pace", async () => {
    const ann = person("Ann");
    const ids = (await next(ann)).queue.map(({ item }) => item.itemId);
    await submitLabels(
      ann,
      ids.map((itemId) => label(itemId)),
    );
    const { history, pace } = await listHistory(ann, { drawId, items: 3, decisions: 20 });
    expect(history.map(({ item }) => item.itemId)).toEqual(ids.slice(-3));
    expect(history[0]?.own).toMatchObject({ verdict: "not_viable", note: "a secret thought" });
    expect(pace).toEqual([900, 900, 900, 900, 900]);
  });

  it("gives back what a person said before, for undo to go back to", async () => {
    const [ann, bob] = [person("Ann"), person("Bob")];
    const itemId = (await next(ann)).queue[0]?.item.itemId ?? "";
    const first = label(itemId, { verdict: "viable" });
    const second = label(itemId, { supersedes: first.id });
    await submitLabels(bob, [label(itemId, { verdict: "unsure" })]);
    await submitLabels(ann, [first, second]);
    const from = { drawId, items: 3, decisions: 20 };
    const before = await listHistory(ann, from);
    expect(before.history).toMatchObject([
      { own: { id: second.id }, past: [{ id: first.id, verdict: "viable" }] },
    ]);
    const undone = { ...first, id: randomUUID(), supersedes: second.id, decisionMs: null };
    await submitLabels(ann, [undone]);
    const after = await listHistory(ann, from);
    expect(after.history).toMatchObject([{ own: { id: undone.id }, past: [] }]);
  });
});

describe("listDraws", () => {
  it("says how far each rater is, not what they said", async () => {
    const ann = person("Ann");
    const [first] = (await next(ann)).queue;
    await submitLabels(ann, [label(first?.item.itemId ?? "")]);
    const [draw] = await listDraws(test.db, home.workspaceId);
    expect(draw).toMatchObject({
      id: drawId,
      items: 12,
      clusters: 2,
      coverage: [{ rater: "Ann", labelled: 1 }],
    });
    expect(JSON.stringify(draw)).not.toContain("not_viable");
  });
});
