import { randomUUID } from "node:crypto";
import { and, asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { auditLog, drawItems, labels, raters } from "@/db/schema";
import { currentLabels } from "@/lib/labelling/consensus";
import type { LabelRow } from "@/lib/labelling/label-row";
import { makeTestWorkspace, openTestDatabase } from "@/lib/server/testing";
import { createDraw } from "./create-draw";
import { submitLabels } from "./submit-labels";
import { importTestCalls } from "./testing";

let test: Awaited<ReturnType<typeof openTestDatabase>>;
let home: Awaited<ReturnType<typeof makeTestWorkspace>>;
let ann: Parameters<typeof submitLabels>[0];
let bob: Parameters<typeof submitLabels>[0];
let itemIds: string[];

beforeAll(async () => {
  test = await openTestDatabase();
  home = await makeTestWorkspace(test.db, "Home");
  await importTestCalls(home, 10);
});
afterAll(() => test?.close());

beforeEach(async () => {
  const person = (name: string) => {
    const id = randomUUID();
    const user = { id, name, email: `${id}@example.org` };
    return { workspaceId: home.workspaceId, role: "reviewer" as const, actor: id, user };
  };
  ann = person("Ann");
  bob = person("Bob");
  const made = await createDraw({ ...home, role: "owner" }, { seed: randomUUID() });
  if (!made.ok) throw new Error(made.message);
  const items = await test.db
    .select({ id: drawItems.id })
    .from(drawItems)
    .where(eq(drawItems.drawId, made.value.id))
    .orderBy(asc(drawItems.position));
  itemIds = items.map((item) => item.id);
});

const row = (over: Partial<LabelRow> = {}): LabelRow => ({
  id: randomUUID(),
  itemId: itemIds[0] ?? "",
  verdict: "viable",
  retracted: false,
  reasons: [1, 2],
  note: null,
  rubric: null,
  alike: false,
  supersedes: null,
  decisionMs: 4200,
  ...over,
});

async function send(member: typeof ann, ...rows: unknown[]) {
  const result = await submitLabels(member, rows);
  if (!result.ok) throw new Error(result.message);
  return result.value;
}

async function storedOf(member: typeof ann) {
  const rows = await test.db
    .select({ label: labels })
    .from(labels)
    .innerJoin(raters, eq(raters.id, labels.raterId))
    .where(and(eq(labels.workspaceId, home.workspaceId), eq(raters.userId, member.user.id)));
  return rows.map(({ label }) => label);
}

describe("submitLabels", () => {
  it("saves a label once, however often it is sent", async () => {
    const label = row();
    expect(await send(ann, label)).toEqual([{ id: label.id, status: "saved" }]);
    expect(await send(ann, label, label)).toEqual([
      { id: label.id, status: "known" },
      { id: label.id, status: "known" },
    ]);
    expect(await storedOf(ann)).toMatchObject([
      { id: label.id, origin: "hand", verdict: "viable", reasons: [1, 2], decisionMs: 4200 },
    ]);
  });

  it("takes the same batch from two tabs at once", async () => {
    const batch = itemIds.slice(0, 8).map((itemId) => row({ itemId }));
    const answers = await Promise.all([send(ann, ...batch), send(ann, ...batch)]);
    expect(answers.flat().filter((answer) => answer.status === "saved")).toHaveLength(8);
    expect(await storedOf(ann)).toHaveLength(8);
  });

  it("keeps a correction, an undo and a new word as one line of rows", async () => {
    const first = row();
    const second = row({ verdict: "not_viable", supersedes: first.id });
    const undo = row({ verdict: null, retracted: true, reasons: [], supersedes: second.id });
    const last = row({ verdict: "unsure", note: "a\u0000b" });
    expect((await send(ann, first, second, undo, last)).map((answer) => answer.status)).toEqual(
      Array(4).fill("saved"),
    );
    const stored = (await storedOf(ann)).map((label) => ({ ...label, item: label.itemId }));
    expect(stored).toHaveLength(4);
    expect(currentLabels(stored)).toMatchObject([{ id: last.id, note: "a\uFFFDb" }]);
  });

  it("refuses a row that does not follow the current label, says which it is, saves the others", async () => {
    const [known, late] = [row(), row({ verdict: "unsure" })];
    const good = row({ itemId: itemIds[1] ?? "" });
    await send(ann, known);
    const [refusedRow, goodRow] = await send(ann, late, good);
    expect(refusedRow).toMatchObject({
      status: "refused",
      reason: expect.stringContaining("another screen"),
      current: { id: known.id, verdict: "viable", reasons: [1, 2], note: null },
    });
    expect(goodRow).toEqual({ id: good.id, status: "saved" });
  });

  it("refuses what is no label by its id, and saves the rest of the batch", async () => {
    const good = row();
    const answers = await send(ann, { id: "x", verdict: "perhaps" }, good, row({ verdict: null }));
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([
      "refused",
      "refused",
      "saved",
    ]);
  });

  it("lets two raters label the same item, and tells neither of the other", async () => {
    const [hers, his] = [row(), row({ verdict: "not_viable" })];
    await send(ann, hers);
    expect(await send(bob, his)).toEqual([{ id: his.id, status: "saved" }]);
    const stolen = await send(bob, { ...hers, verdict: "unsure" });
    const overruling = await send(bob, row({ supersedes: hers.id }));
    for (const [answer] of [stolen, overruling]) {
      expect(answer?.status).toBe("refused");
      expect(JSON.stringify(answer)).not.toContain('"viable"');
    }
    expect(await storedOf(ann)).toMatchObject([{ verdict: "viable" }]);
  });

  it("refuses items of another workspace and those who may only look", async () => {
    const elsewhere = await makeTestWorkspace(test.db, "Elsewhere");
    const stranger = { ...ann, workspaceId: elsewhere.workspaceId };
    expect(await send(stranger, row())).toMatchObject([{ status: "refused", current: null }]);
    expect(await submitLabels({ ...ann, role: "viewer" }, [row()])).toMatchObject({
      code: "forbidden",
    });
    expect(await submitLabels(ann, [])).toMatchObject({ code: "invalid" });
    expect(await storedOf(ann)).toEqual([]);
  });

  it("writes one audit row a batch, with the count of what was saved", async () => {
    const batch = itemIds.slice(0, 3).map((itemId) => row({ itemId }));
    await send(ann, ...batch);
    await send(ann, ...batch);
    const audit = await test.db.select().from(auditLog).where(eq(auditLog.actor, ann.actor));
    expect(audit).toMatchObject([{ action: "label.submit", detail: { count: 3 } }]);
  });
});
