import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { promoteRepeats } from "@/db/commands/promote-repeats";
import type { Executor, Transaction } from "@/db/client";
import { planOf } from "@/db/plan-of";
import { calls, clusters, imports, kinds, workspaces } from "@/db/schema";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import type { RowId, WorkspaceId } from "@/lib/ids";
import { countAlike } from "./count-alike";
import { findFingerprints } from "./find-fingerprints";

const [settled, grown] = [randomUUID() as WorkspaceId, randomUUID() as WorkspaceId];
const print = randomUUID() as RowId;
let test: TestDatabase;

/** Statistics know one workspace; another has grown since, as any does while it is filled. */
beforeAll(async () => {
  test = await createTestDatabase();
  await test.db.execute(sql`ALTER TABLE ${calls} SET (autovacuum_enabled = false)`);
  await fill(settled);
  await test.db.execute(sql`ANALYZE ${calls}`);
  await fill(grown);
});
afterAll(() => test?.close());

async function fill(workspaceId: WorkspaceId): Promise<void> {
  const { db } = test;
  const id = randomUUID();
  const own = { workspaceId, id };
  await db.insert(workspaces).values({ id: workspaceId, slug: workspaceId, name: "w" });
  await db
    .insert(imports)
    .values({ ...own, name: "i", source: "upload", state: "done", createdBy: "t" });
  await db.insert(clusters).values({ ...own, name: "c" });
  await db.insert(kinds).values({
    ...own,
    routeKey: "k",
    routeKeySource: "step_type",
    act: "a",
    clusterId: id,
  });
  await db.execute(sql`
    INSERT INTO ${calls} (workspace_id, id, import_id, ordinal, kind_id, content_id, parser_version,
      fingerprint, errored, without_text, without_ground_truth)
    SELECT ${workspaceId}, gen_random_uuid(), ${id}, n, ${id}, gen_random_uuid(), 1,
      CASE WHEN n > 2 THEN gen_random_uuid() ELSE ${print}::uuid END, false, false, false
    FROM generate_series(1, 8000) n`);
}

it("finds what calls have and others have not", async () => {
  const other = randomUUID() as RowId;
  expect([...(await findFingerprints(test.db, grown, [print, other], []))]).toEqual([print]);
  expect([...(await countAlike(test.db, grown, [print, other]))]).toEqual(
    expect.arrayContaining([
      [print, 2],
      [other, 0],
    ]),
  );
});

it("does not count calls that are written anew", async () => {
  const alike = await test.db
    .select({ id: calls.id })
    .from(calls)
    .where(sql`workspace_id = ${grown} AND fingerprint = ${print}`);
  const ids = alike.map(({ id }) => id);
  expect((await findFingerprints(test.db, grown, [print], ids.slice(1))).size).toBe(1);
  expect((await findFingerprints(test.db, grown, [print], ids)).size).toBe(0);
});

it.each<[string, (executor: Executor) => unknown]>([
  ["finding", (executor) => findFingerprints(executor, grown, [print], [])],
  ["counting", (executor) => countAlike(executor, grown, [print])],
  ["promoting", (executor) => promoteRepeats(executor as Transaction, grown, [print])],
])("%s looks into the index of fingerprints, whatever the statistics say", async (_, ask) => {
  expect(await planOf(test.db, ask)).toMatch(
    /calls_alike[^\n]*\n\s*Index Cond: \(\(workspace_id = [^\n]*fingerprint = /,
  );
});
