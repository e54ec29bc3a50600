import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { calls, clusters, imports, kinds, workspaces } from "@/db/schema";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import { isInScope } from "@/lib/scope/in-scope";
import { WHOLE_SCOPE } from "@/lib/scope/scope";
import { CLUSTERS, scopedCall, someRules, someScope } from "@/lib/scope/testing";
import { scopeCondition } from "./scope-condition";

const workspaceId = randomUUID();
const CALLS = fc.sample(scopedCall, { numRuns: 300, seed: 1 }).map((call, index) => ({
  ...call,
  id: randomUUID(),
  // the first and the last instant of a day, and one between
  time: ["00:00:00.000Z", "23:59:59.999Z", "12:00:00.000Z"][index % 3],
}));

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
  const { db } = test;
  await db.insert(workspaces).values({ id: workspaceId, slug: "scopes", name: "scopes" });
  const importId = randomUUID();
  await db.insert(imports).values({
    workspaceId,
    id: importId,
    name: "i",
    source: "upload",
    state: "done",
    createdBy: "t",
  });
  await db.insert(clusters).values(CLUSTERS.map((id) => ({ workspaceId, id, name: id })));
  await db.insert(kinds).values(
    CALLS.map(({ id, routeKey, agent, humanFacing, clusterId }) => ({
      workspaceId,
      id,
      routeKey,
      routeKeySource: "step_type" as const,
      act: "a",
      agent,
      humanFacing,
      clusterId,
    })),
  );
  await db.insert(calls).values(
    CALLS.map(({ id, day, time, environment, agent, humanFacing }, ordinal) => ({
      workspaceId,
      id,
      importId,
      ordinal,
      kindId: id,
      agent,
      humanFacing,
      environment,
      startedAt: day && `${day}T${time}`,
      contentId: randomUUID(),
      parserVersion: 1,
      errored: false,
      withoutText: false,
      withoutGroundTruth: false,
    })),
  );
});
afterAll(() => test?.close());

it("finds the calls that the pure rule finds", async () => {
  const asked = fc.sample(fc.tuple(someScope, someRules), { numRuns: 60, seed: 2 });
  let found = 0;
  for (const [scope, rules] of asked) {
    const rows = await test.db
      .select({ id: calls.id })
      .from(calls)
      .innerJoin(kinds, and(eq(kinds.workspaceId, calls.workspaceId), eq(kinds.id, calls.kindId)))
      .where(and(eq(calls.workspaceId, workspaceId), scopeCondition(scope, rules)));
    const expected = CALLS.filter((call) => isInScope(scope, rules, call)).map(({ id }) => id);
    expect(rows.map(({ id }) => id).toSorted(), JSON.stringify({ scope, rules })).toEqual(
      expected.toSorted(),
    );
    found += rows.length;
  }
  expect(found).toBeGreaterThan(0);
});

it("asks nothing where the scope leaves out nothing", () => {
  expect(scopeCondition(WHOLE_SCOPE, [])).toBeUndefined();
});
