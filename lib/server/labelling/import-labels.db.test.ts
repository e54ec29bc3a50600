import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { gzipSync } from "node:zlib";
import { assignments, auditLog, calls, drawItems, labels, raters } from "@/db/schema";
import { currentLabels } from "@/lib/labelling/consensus";
import { SEE_ALL } from "@/lib/labelling/blind";
import { WHOLE_SCOPE } from "@/lib/scope/scope";
import { loadEvidence } from "@/lib/server/overview/load-evidence";
import { makeTestWorkspace, openTestDatabase } from "@/lib/server/testing";
import { createDraw } from "./create-draw";
import { importLabels, receiveLabels } from "./import-labels";
import { importTestCalls } from "./testing";

let test: Awaited<ReturnType<typeof openTestDatabase>>;
let home: Awaited<ReturnType<typeof makeTestWorkspace>>;
let holder: Parameters<typeof importLabels>[0];

beforeAll(async () => {
  test = await openTestDatabase();
  home = await makeTestWorkspace(test.db, "Home");
  await importTestCalls(home, 3);
  const made = await createDraw({ ...home, role: "owner" }, { seed: "1", perCluster: 2 });
  if (!made.ok) throw new Error(made.message);
  holder = { workspaceId: home.workspaceId, actor: "key:1" };
});
afterAll(() => test?.close());

const line = (over: object = {}) =>
  JSON.stringify({ trace_id: "t0", span_id: "t0:1", reviewer: "Eve", verdict: "viable", ...over });

async function send(...rows: string[]) {
  const receipt = await importLabels(holder, rows.join("\n"));
  if (!receipt.ok) throw new Error(receipt.message);
  const { lines, labels: said, refused } = receipt.value;
  expect(said.new + said.known + refused).toBe(lines);
  return receipt.value;
}
const stored = () => test.db.select().from(labels).where(eq(labels.workspaceId, home.workspaceId));

describe("POST /api/v1/labels", () => {
  it("stores labels of external raters, once however often they come", async () => {
    const rows = [
      line({ reasons: [1, "2"], note: "  said elsewhere" }),
      line({ span_id: "t0:2", verdict: "unsure" }),
      line({ reviewer: "Finn" }),
      line(),
    ];
    // the fourth line has other words than the first: it replaces them
    expect(await send(...rows)).toMatchObject({
      lines: 4,
      labels: { new: 4, known: 0, replacing: 1 },
      reviewers: { new: 2 },
      codebook_version: 1,
    });
    expect(await send(...rows)).toMatchObject({
      labels: { new: 0, known: 4, replacing: 0 },
      reviewers: { new: 0 },
    });
    expect(await stored()).toHaveLength(4);
    const found = await test.db
      .select()
      .from(raters)
      .where(eq(raters.workspaceId, home.workspaceId));
    expect(found.map(({ name, kind, userId }) => [name, kind, userId]).toSorted()).toEqual([
      ["Eve", "external", null],
      ["Finn", "external", null],
    ]);
  });

  it("lets the last word of a reviewer on a call stand, and keeps the one before", async () => {
    await send(line({ reviewer: "Gil" }));
    expect(await send(line({ reviewer: "Gil", verdict: "not_viable" }))).toMatchObject({
      labels: { new: 1, replacing: 1 },
    });
    const rows = await stored();
    const [gil] = await test.db.select().from(raters).where(eq(raters.name, "Gil"));
    const own = rows.filter(({ raterId }) => raterId === gil?.id);
    expect(own).toHaveLength(2);
    expect(currentLabels(own)).toMatchObject([{ verdict: "not_viable", origin: "imported" }]);
  });

  it("names the drawn item, fills no slot, and settles nothing", async () => {
    const [item] = await test.db
      .select({ id: drawItems.id, callId: drawItems.callId })
      .from(drawItems)
      .where(eq(drawItems.workspaceId, home.workspaceId));
    await send(line({ call_id: item?.callId, reviewer: "Hana" }));
    const label = (await stored()).find(({ itemId }) => itemId === item?.id);
    expect(label).toMatchObject({ callId: item?.callId, slot: 0, extra: false });
    const filled = await test.db.$count(assignments, eq(assignments.state, "done"));
    expect(filled).toBe(0);
    const { evidence } = await loadEvidence(home.workspaceId, WHOLE_SCOPE, SEE_ALL);
    expect(evidence.labelled).toEqual([]);
  });

  it("follows a call that turned out to be a second view of another", async () => {
    const all = await test.db.select().from(calls).where(eq(calls.workspaceId, home.workspaceId));
    const [view, real] = [1, 2].map((n) => all.find((call) => call.sourceSpanId === `t2:${n}`));
    await test.db
      .update(calls)
      .set({ mergedInto: real?.id ?? null })
      .where(eq(calls.id, view?.id ?? ""));
    await send(line({ call_id: view?.id, reviewer: "Ida" }));
    expect((await stored()).find(({ callId }) => callId === real?.id)).toBeDefined();
  });

  it("refuses by line number what it cannot place, and takes the rest", async () => {
    const receipt = await send(
      line({ reviewer: "Jon" }),
      "{",
      line({ trace_id: "nowhere" }),
      line({ reviewer: "Jon", span_id: "t0:3", reasons: [1] }),
      line({ call_id: "00000000-0000-8000-8000-000000000000" }),
    );
    expect(receipt).toMatchObject({ lines: 5, labels: { new: 2 }, refused: 3 });
    expect(receipt.refusals.map((refusal) => refusal.line)).toEqual([2, 3, 5]);
    expect(receipt.refusals[1]?.reason).toBe("There is no such call in this workspace.");
  });

  it("writes one audit row of counts, without a word of what was said", async () => {
    await send(line({ reviewer: "Kim", note: "a secret thought" }));
    const rows = await test.db.select().from(auditLog).where(eq(auditLog.action, "label.import"));
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.at(-1)).toMatchObject({ actor: "key:1" });
    expect(JSON.stringify(rows)).not.toMatch(/secret|viable/);
  });

  it("reads gzip, refuses an empty body, and knows no call of another workspace", async () => {
    const body = gzipSync(line({ reviewer: "Lou" }));
    const packed = new Request("http://localhost/api/v1/labels", { method: "POST", body });
    expect(await receiveLabels(holder, packed)).toMatchObject({ value: { labels: { new: 1 } } });
    expect(await importLabels(holder, "\n \n")).toMatchObject({ code: "invalid" });
    const other = await makeTestWorkspace(test.db, "Other");
    const elsewhere = { workspaceId: other.workspaceId, actor: "key:2" };
    expect(await importLabels(elsewhere, line())).toMatchObject({ value: { refused: 1 } });
  });

  it("takes the same file from two senders at once, once", async () => {
    const rows = Array.from({ length: 3 }, (_, n) =>
      line({ reviewer: "Mia", trace_id: "t1", span_id: `t1:${n + 1}` }),
    );
    const [one, two] = await Promise.all([send(...rows), send(...rows)]);
    expect(one.labels.new + two.labels.new).toBe(3);
    const mias = await test.db.select().from(raters).where(eq(raters.name, "Mia"));
    expect(mias).toHaveLength(1);
  });
});
