import { SEE_ALL } from "@/lib/labelling/blind";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listProjections, getProjection } from "@/db/queries/projections/list-projections";
import { projections, workspaces } from "@/db/schema";
import { SavingsAnswer } from "@/lib/overview/savings-answer";
import { addPrice } from "@/lib/server/pricing/add-price";
import { createDraw } from "@/lib/server/labelling/create-draw";
import { auditCall, importAuditCalls, labelAuditItems } from "@/lib/server/overview/testing";
import { draftRoutes } from "@/lib/server/routing/draft-routes";
import { makeTestWorkspace, openTestDatabase } from "@/lib/server/testing";
import { keepProjection } from "./keep-projection";
import { saveAssumptions } from "./save-assumptions";

let test: Awaited<ReturnType<typeof openTestDatabase>>;
let home: Awaited<ReturnType<typeof makeTestWorkspace>>;

beforeAll(async () => {
  test = await openTestDatabase();
  home = await makeTestWorkspace(test.db, "kept");
  await importAuditCalls(
    home,
    Array.from({ length: 60 }, (_, n) => auditCall(n)),
  );
  await createDraw({ ...home, role: "owner" }, { seed: "one", perCluster: 40 });
  await labelAuditItems(test.db, home.workspaceId, () => "viable");
});
afterAll(() => test?.close());

async function member(role: "admin" | "reviewer" | "viewer" = "admin") {
  const [workspace] = await test.db
    .select()
    .from(workspaces)
    .where(eq(workspaces.id, home.workspaceId));
  if (!workspace) throw new Error("no workspace");
  return { ...home, workspace, role };
}

const stored = () =>
  test.db.select().from(projections).where(eq(projections.workspaceId, home.workspaceId));

describe("a kept projection", () => {
  it("stores assumptions, prices and results, and stays when prices change", async () => {
    const kept = await keepProjection(await member("reviewer"), {
      name: " For the board ",
      query: "?cache=warm&tuning=100",
    });
    expect(kept).toEqual({ ok: true, value: { number: 1, name: "For the board" } });
    const before = await stored();
    expect(before[0]?.assumptions).toMatchObject({ cache: "warm", tuning: 100, share: 100 });
    expect(before[0]?.prices).toMatchObject({ used: [{ model: "gpt-4.1", source: "list" }] });
    const answer = SavingsAnswer.parse(before[0]?.result);
    expect(answer.overall).toMatchObject({ route_keys: 1, tuning_usd: 100 });
    const price = { model: "gpt-4.1", inputUsd: "100", outputUsd: "100" };
    expect(await addPrice(await member(), price)).toMatchObject({ ok: true });
    const read = await getProjection(test.db, home.workspaceId, 1);
    expect(SavingsAnswer.parse(read?.result)).toEqual(answer);
    const again = await keepProjection(await member("reviewer"), { name: "dearer", query: "" });
    expect(again).toMatchObject({ ok: true, value: { number: 2 } });
    const [first, second] = (await stored()).toSorted((a, b) => a.number - b.number);
    expect(first).toEqual(before[0]);
    expect(second?.inputsHash).not.toBe(first?.inputsHash);
    expect(SavingsAnswer.parse(second?.result).overall.today_usd ?? 0).toBeGreaterThan(
      answer.overall.today_usd ?? 0,
    );
    const heads = await listProjections(test.db, home.workspaceId);
    expect(heads.map(({ number, name }) => [number, name])).toEqual([
      [2, "dearer"],
      [1, "For the board"],
    ]);
  });

  it.each([
    [{ name: " ", query: "" }, "what this projection is for"],
    [{ name: "x", query: "?cache=hot" }, "cache"],
    [{ name: "x", query: "?from=yesterday" }, "from"],
    [{ name: "x" }, "query"],
  ])("is refused as %j", async (input, word) => {
    const refusal = await keepProjection(await member(), input);
    expect(refusal).toMatchObject({ ok: false, code: "invalid" });
    if (word !== "query") expect(refusal.ok ? "" : refusal.message).toContain(word);
  });

  it("is not made by a viewer, and out of reach of another workspace", async () => {
    const refusal = await keepProjection(await member("viewer"), { name: "x", query: "" });
    expect(refusal).toMatchObject({ code: "forbidden" });
    const other = await makeTestWorkspace(test.db, "others");
    expect(await getProjection(test.db, other.workspaceId, 1)).toBeNull();
  });
});

describe("the workspace's own assumptions", () => {
  it("hold for decisions and the draft routes: what is not proven keeps its model", async () => {
    const { workspaceId } = home;
    const decide = async () => {
      const { audit } = await draftRoutes(
        { workspaceId, workspace: (await member()).workspace },
        SEE_ALL,
      );
      return audit.routeKeys.map(({ decision }) => decision.decision);
    };
    expect(await decide()).toEqual(["route"]);
    const saved = await saveAssumptions(await member(), "?verifier=1000000&candidate=qwen3-8b");
    expect(saved).toEqual({ ok: true, value: { changed: 2 } });
    expect((await member()).workspace).toMatchObject({
      candidate: "qwen3-8b",
      assumptions: { verifier: 1_000_000 },
    });
    expect(await decide()).toEqual(["keep"]);
    expect(await saveAssumptions(await member(), "?verifier=1000000")).toMatchObject({
      value: { changed: 0 },
    });
    expect(await saveAssumptions(await member(), "?verifier=0")).toMatchObject({ ok: true });
    expect(await decide()).toEqual(["route"]);
  });

  it("are changed by admins alone, and only to what is understood", async () => {
    expect(await saveAssumptions(await member("reviewer"), "")).toMatchObject({
      code: "forbidden",
    });
    expect(await saveAssumptions(await member(), "?gate=open")).toMatchObject({ code: "invalid" });
    expect(await saveAssumptions(await member(), 7)).toMatchObject({ code: "invalid" });
  });
});
