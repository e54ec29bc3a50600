import { SEE_ALL } from "@/lib/labelling/blind";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listPriceOverrides } from "@/db/queries/pricing/list-price-overrides";
import { auditLog } from "@/db/schema";
import { assembleAudit } from "@/lib/overview/audit";
import { AuditParams } from "@/lib/overview/params";
import { WHOLE_SCOPE } from "@/lib/scope/scope";
import { answerCalls } from "@/lib/server/calls/stream-calls";
import { loadEvidence } from "@/lib/server/overview/load-evidence";
import { auditCall, importAuditCalls } from "@/lib/server/overview/testing";
import { makeTestWorkspace, openTestDatabase } from "@/lib/server/testing";
import { addPrice } from "./add-price";
import { retirePrice } from "./retire-price";

let test: Awaited<ReturnType<typeof openTestDatabase>>;
let home: Awaited<ReturnType<typeof makeTestWorkspace>>;

const SETTINGS = { bar: 0.8, minLabels: 20, threshold: 0.85, candidate: null };
const PRICE = { model: "our-own-model", provider: "", inputUsd: "2", outputUsd: "8" };

beforeAll(async () => {
  test = await openTestDatabase();
  home = await makeTestWorkspace(test.db, "prices");
  await importAuditCalls(home, [
    auditCall(0, {
      model: "our-own-model",
      provider: "us",
      input_tokens: 1000,
      cached_input_tokens: 0,
      output_tokens: 100,
    }),
    auditCall(1, { model: "our-own-model", provider: "us", cost_usd: 0.5 }),
  ]);
});
afterAll(() => test?.close());

const admin = () => ({ ...home, role: "admin" as const });

async function spend(): Promise<number | null> {
  const { evidence } = await loadEvidence(home.workspaceId, WHOLE_SCOPE, SEE_ALL);
  return assembleAudit(evidence, SETTINGS, AuditParams.parse({})).usage.cost.costUsd;
}

async function computedCosts(): Promise<(number | null)[]> {
  const request = new Request("http://localhost/api/v1/calls");
  const answer = await answerCalls(home.workspaceId, request);
  const { rows } = (await answer.json()) as { rows: { computed_cost_usd: number | null }[] };
  return rows.map((row) => row.computed_cost_usd);
}

const deeds = (action: string) =>
  test.db
    .select()
    .from(auditLog)
    .where(and(eq(auditLog.workspaceId, home.workspaceId), eq(auditLog.action, action)));

describe("a price of the workspace's own", () => {
  it("counts at once in every computed cost, and no longer when it is retired", async () => {
    expect(await spend()).toBe(0.5);
    const added = await addPrice(admin(), PRICE);
    if (!added.ok) throw new Error(added.message);
    expect(await spend()).toBeCloseTo(0.5 + 1000 * 2e-6 + 100 * 8e-6, 12);
    expect(await computedCosts()).toContainEqual(expect.closeTo(0.0028, 12));
    expect(await retirePrice(admin(), added.value.id)).toMatchObject({ ok: true });
    expect(await spend()).toBe(0.5);
    expect(await computedCosts()).toEqual([null, null]);
    expect(await retirePrice(admin(), added.value.id)).toMatchObject({ code: "not_found" });
    expect(await deeds("price.add")).toMatchObject([
      { subject: added.value.id, actor: home.actor },
    ]);
    expect(await deeds("price.retire")).toMatchObject([{ detail: { model: "our-own-model" } }]);
  });

  it("replaces the one of the same model, provider and day, which stays in the list", async () => {
    await addPrice(admin(), { ...PRICE, provider: "us", validFrom: "2026-01-01" });
    await addPrice(admin(), { ...PRICE, provider: "US", validFrom: "2026-01-01", inputUsd: "3" });
    const listed = await listPriceOverrides(test.db, home.workspaceId);
    const ofUs = listed.filter(({ provider }) => provider?.toLowerCase() === "us");
    expect(ofUs.map(({ inputUsd, retiredAt }) => [inputUsd, retiredAt === null])).toEqual([
      [3, true],
      [2, false],
    ]);
    for (const { id, retiredAt } of listed) {
      if (retiredAt === null) await retirePrice(admin(), id);
    }
  });

  it.each([
    [{ ...PRICE, model: " " }, "Model"],
    [{ ...PRICE, inputUsd: "" }, "Input"],
    [{ ...PRICE, inputUsd: "-1" }, "Input"],
    [{ ...PRICE, outputUsd: "much" }, "Output"],
    [{ ...PRICE, cachedInputUsd: "2000000" }, "Cached"],
    [{ ...PRICE, validFrom: "yesterday" }, "Holds from"],
  ])("is refused as %j, and says what is wrong", async (input, word) => {
    const refusal = await addPrice(admin(), input);
    expect(refusal).toMatchObject({ ok: false, code: "invalid" });
    expect(refusal.ok ? "" : refusal.message).toContain(word);
  });

  it("leaves what is empty to the price of input", async () => {
    await addPrice(admin(), { ...PRICE, model: "another", cachedInputUsd: "", note: "" });
    const listed = await listPriceOverrides(test.db, home.workspaceId);
    expect(listed.find(({ model }) => model === "another")).toMatchObject({
      provider: null,
      cachedInputUsd: null,
      cacheWriteUsd: null,
      validFrom: null,
      note: null,
    });
  });

  it.each(["reviewer", "viewer"] as const)("is not given or retired by a %s", async (role) => {
    expect(await addPrice({ ...home, role }, PRICE)).toMatchObject({ code: "forbidden" });
    const [price] = await listPriceOverrides(test.db, home.workspaceId);
    expect(await retirePrice({ ...home, role }, price?.id)).toMatchObject({ code: "forbidden" });
  });

  it("is out of reach of another workspace", async () => {
    const other = await makeTestWorkspace(test.db, "other prices");
    const [price] = await listPriceOverrides(test.db, home.workspaceId);
    const theirs = { ...other, role: "owner" as const };
    expect(await retirePrice(theirs, price?.id)).toMatchObject({ code: "not_found" });
    expect(await listPriceOverrides(test.db, other.workspaceId)).toEqual([]);
  });
});
