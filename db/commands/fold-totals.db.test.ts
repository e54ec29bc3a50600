import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { totalDeltas, totals, workspaces } from "@/db/schema";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import { foldTotals } from "./fold-totals";

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test?.close());

it("folds deltas into totals without changing what a reader of both sees", async () => {
  const workspaceId = randomUUID();
  await test.db.insert(workspaces).values({ id: workspaceId, slug: "fold", name: "Fold" });
  const bucket = {
    workspaceId,
    kindId: randomUUID(),
    day: "2026-01-02",
    provider: "openai",
    model: "gpt-4.1",
    tier: 0,
    costSource: "tokens" as const,
  };
  const given = (calls: number, inputTokens: number) => ({ ...bucket, calls, inputTokens });
  await test.db.insert(totalDeltas).values([given(2, 100), given(1, 50)]);
  expect(await foldTotals(test.db)).toBe(2);
  await test.db.insert(totalDeltas).values([given(-1, -50), { ...given(4, 7), day: "2026-01-03" }]);
  const before = await seen();
  expect(await foldTotals(test.db)).toBe(2);
  expect(await seen()).toEqual(before);
  const kept = test.db.select({ day: totals.day, calls: totals.calls }).from(totals);
  expect(await kept.orderBy(totals.day)).toEqual([
    { day: "2026-01-02", calls: 2 },
    { day: "2026-01-03", calls: 4 },
  ]);
});

it("drops a bucket whose calls are all gone", async () => {
  await test.db.execute(sql`
    INSERT INTO total_deltas (workspace_id, kind_id, day, provider, model, tier, cost_source, calls, input_tokens)
    SELECT workspace_id, kind_id, day, provider, model, tier, cost_source, -calls, -input_tokens FROM totals`);
  await foldTotals(test.db);
  expect(await test.db.select().from(totals)).toEqual([]);
});

it("folds the other workspaces when the sums of one overflow, and says which", async () => {
  const ids = [randomUUID(), randomUUID(), randomUUID()].toSorted();
  const bucket = {
    day: "2026-01-02",
    provider: "",
    model: "",
    tier: 0,
    costSource: "tokens" as const,
    kindId: randomUUID(),
    calls: 1,
  };
  for (const [at, id] of ids.entries()) {
    await test.db.insert(workspaces).values({ id, slug: `many-${at}`, name: "Many" });
    await test.db.insert(totalDeltas).values({ ...bucket, workspaceId: id });
  }
  const most = sql`9223372036854775807`;
  await test.db.execute(
    sql`UPDATE total_deltas SET input_tokens = ${most} WHERE workspace_id = ${ids[1]}`,
  );
  await test.db
    .insert(totalDeltas)
    .values({ ...bucket, workspaceId: ids[1] ?? "", inputTokens: 1 });
  const troubled: string[] = [];
  expect(await foldTotals(test.db, (id) => troubled.push(id))).toBe(2);
  expect(troubled).toEqual([ids[1]]);
  const kept = await test.db
    .select({ id: totals.workspaceId })
    .from(totals)
    .orderBy(totals.workspaceId);
  expect(kept).toEqual([{ id: ids[0] }, { id: ids[2] }]);
  await expect(foldTotals(test.db)).rejects.toThrow();
});

async function seen() {
  return test.db.execute(sql`
    SELECT day, sum(calls)::int AS calls, sum(input_tokens)::int AS input FROM (
      SELECT day, calls, input_tokens FROM totals
      UNION ALL SELECT day, calls, input_tokens FROM total_deltas
    ) both_tables GROUP BY day ORDER BY day`);
}
