import { SEE_ALL } from "@/lib/labelling/blind";
import { desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { listCodebooks } from "@/db/queries/codebook/list-codebooks";
import { auditLog } from "@/db/schema";
import { FIRST_CODEBOOK } from "@/lib/labelling/codebook";
import { countSetAside } from "@/lib/labelling/codebook-version";
import { WHOLE_SCOPE } from "@/lib/scope/scope";
import { createDraw } from "@/lib/server/labelling/create-draw";
import { moveDraw } from "@/lib/server/labelling/move-draw";
import { importTestCalls } from "@/lib/server/labelling/testing";
import { loadEvidence } from "@/lib/server/overview/load-evidence";
import { labelAuditItems } from "@/lib/server/overview/testing";
import { makeTestWorkspace, openTestDatabase } from "@/lib/server/testing";
import { saveCodebook } from "./save-codebook";

let test: Awaited<ReturnType<typeof openTestDatabase>>;
let home: Awaited<ReturnType<typeof makeTestWorkspace>> & { role: "admin" };

beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test?.close());
beforeEach(async () => {
  home = { ...(await makeTestWorkspace(test.db, "Home")), role: "admin" };
});

const asking = (question: string) => ({ ...FIRST_CODEBOOK, question });
const versions = () => listCodebooks(test.db, home.workspaceId);

async function drawAndLabel() {
  await importTestCalls(home, 4);
  const drawn = await createDraw(home, { seed: "one", perCluster: 4 });
  if (!drawn.ok) throw new Error(drawn.message);
  await labelAuditItems(test.db, home.workspaceId, () => "viable");
  return drawn.value.number;
}

const countingLabels = async () =>
  (await loadEvidence(home.workspaceId, WHOLE_SCOPE, SEE_ALL)).evidence.labelled.length;

describe("saveCodebook", () => {
  it("changes the newest version in place while no label uses it", async () => {
    expect(await saveCodebook(home, { base: 1, content: asking("Could it?") })).toMatchObject({
      value: { version: 1, saved: "in place" },
    });
    expect(await versions()).toMatchObject([{ version: 1, content: { question: "Could it?" } }]);
    expect(await saveCodebook(home, { base: 1, content: asking("Could it?") })).toMatchObject({
      value: { saved: "nothing" },
    });
    const log = await test.db
      .select()
      .from(auditLog)
      .where(eq(auditLog.workspaceId, home.workspaceId))
      .orderBy(desc(auditLog.createdAt));
    const own = log.filter(({ action }) => action.startsWith("codebook."));
    expect(own).toMatchObject([{ action: "codebook.rewrite", detail: { parts: ["Question"] } }]);
  });

  it("makes a new version once a label uses it, and leaves the old one as it was", async () => {
    await drawAndLabel();
    const content = asking("Could it?");
    expect(await saveCodebook(home, { base: 1, content })).toMatchObject({
      code: "invalid",
      message: "Say whether wording or meaning changed, and why.",
    });
    const given = { base: 1, content, change: "wording", note: "shorter" };
    expect(await saveCodebook(home, given)).toMatchObject({
      value: { version: 2, saved: "new version" },
    });
    expect(await saveCodebook(home, given)).toMatchObject({ code: "conflict" });
    expect(await versions()).toMatchObject([
      { version: 2, change: "wording", changeNote: "shorter", labels: 0, draws: [] },
      { version: 1, change: "first", labels: 8, rows: 8, draws: [1], content: FIRST_CODEBOOK },
    ]);
  });

  it("keeps labels counting over a change of wording, and sets them aside by one of meaning", async () => {
    await drawAndLabel();
    expect(await countingLabels()).toBe(8);
    const wording = { content: asking("Could it?"), change: "wording", note: "shorter" };
    await saveCodebook(home, { ...wording, base: 1 });
    expect(await countingLabels()).toBe(8);
    expect(countSetAside(await versions())).toBe(8);
    const meaning = { content: asking("Should it?"), change: "meaning", note: "another question" };
    await saveCodebook(home, { ...meaning, base: 2 });
    expect(await countingLabels()).toBe(0);
    // version 2 carries no label yet, so it was changed in place, with its mark
    expect(await versions()).toMatchObject([
      { version: 2, change: "meaning", changeNote: "another question" },
      { version: 1, change: "first" },
    ]);
    expect(await saveCodebook(home, { base: 2, content: asking("May it?") })).toMatchObject({
      code: "invalid",
    });
  });

  it("lets a running draw follow a change of wording, and of nothing else; new draws ask by the newest", async () => {
    const number = await drawAndLabel();
    expect(await moveDraw(home, number)).toMatchObject({ code: "conflict" });
    const wording = { content: asking("Could it?"), change: "wording", note: "shorter" };
    await saveCodebook(home, { ...wording, base: 1 });
    expect(await moveDraw({ ...home, role: "reviewer" }, number)).toMatchObject({
      code: "forbidden",
    });
    expect(await moveDraw(home, number)).toMatchObject({ value: { version: 2 } });
    await createDraw(home, { seed: "two", perCluster: 1 });
    expect((await versions())[0]?.draws).toEqual([1, 2]);
  });

  it("refuses reviewers, and what is no codebook", async () => {
    const content = asking("Could it?");
    expect(await saveCodebook({ ...home, role: "reviewer" }, { base: 1, content })).toMatchObject({
      code: "forbidden",
    });
    expect(await saveCodebook(home, { base: 1, content: asking(" ") })).toMatchObject({
      code: "invalid",
    });
  });
});
