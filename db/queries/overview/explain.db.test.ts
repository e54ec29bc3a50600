import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { SEE_ALL } from "@/lib/labelling/blind";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Executor } from "@/db/client";
import { listClusters, listKinds } from "@/db/queries/clusters/list-clusters";
import {
  calls,
  clusters,
  codebooks,
  drawFrame,
  drawItems,
  draws,
  drawStrata,
  imports,
  kinds,
  labels,
  raters,
  workspaces,
} from "@/db/schema";
import { planOf } from "@/db/plan-of";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import type { WorkspaceId } from "@/lib/ids";
import { Scope, WHOLE_SCOPE } from "@/lib/scope/scope";
import { countAllCalls } from "./count-all-calls";
import { listDrawnItems, listDraws, listFramePlaces, listStrata } from "./list-sample";
import { listCodebookVersions, listStoredLabels } from "./list-stored-labels";
import { listTotalBuckets } from "./list-total-buckets";

const EVERYTHING = { scope: WHOLE_SCOPE, rules: [] };
const NARROW = {
  scope: Scope.parse({
    from: "2026-01-01",
    environments: ["production"],
    withoutAgents: ["user_simulator"],
    humanFacing: "without",
  }),
  rules: [{ subject: "agent" as const, value: "helper", humanFacing: true }],
};
const CALLS = 40_000;
const DRAWN = 100;

let test: TestDatabase;
const workspaceId = randomUUID() as WorkspaceId;
const id = randomUUID();

/** A workspace with many calls, two draws of a hundred and their labels. */
beforeAll(async () => {
  test = await createTestDatabase();
  const { db } = test;
  const own = { workspaceId, id };
  await db.insert(workspaces).values({ id: workspaceId, slug: "large", name: "large" });
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
  await db.insert(codebooks).values({
    ...own,
    version: 1,
    change: "first",
    content: {},
    createdBy: "t",
  });
  await db.insert(raters).values({ ...own, kind: "external", name: "r" });
  await db.execute(sql`
    INSERT INTO ${calls} (workspace_id, id, import_id, ordinal, kind_id, content_id, parser_version,
      errored, without_text, without_ground_truth)
    SELECT ${workspaceId}, md5('call' || n)::uuid, ${id}, n, ${id}, gen_random_uuid(), 1,
      false, false, false
    FROM generate_series(1, ${CALLS}::int) n`);
  for (const number of [1, 2]) await writeDraw(number);
  await db.execute(sql`ANALYZE`);
});
afterAll(() => test?.close());

async function writeDraw(number: number) {
  const { db } = test;
  const drawId = randomUUID();
  await db.insert(draws).values({
    workspaceId,
    id: drawId,
    number,
    codebookId: id,
    seed: String(number),
    scope: {},
    frameHash: "",
    frameCalls: CALLS,
    perCluster: DRAWN,
    createdBy: "t",
  });
  await db
    .insert(drawStrata)
    .values({ workspaceId, drawId, clusterId: id, frameCalls: CALLS, drawn: DRAWN });
  await db.execute(sql`
    INSERT INTO ${drawFrame} (workspace_id, draw_id, call_id, cluster_id, random_number)
    SELECT ${workspaceId}, ${drawId}, id, ${id}, 0.5 FROM ${calls}`);
  await db.execute(sql`
    INSERT INTO ${drawItems} (workspace_id, id, draw_id, call_id, cluster_id, position,
      inclusion_probability)
    SELECT ${workspaceId}, gen_random_uuid(), ${drawId}, id, ${id}, ordinal, 0.01
    FROM ${calls} WHERE ordinal <= ${DRAWN}`);
  await db.execute(sql`
    INSERT INTO ${labels} (workspace_id, id, call_id, item_id, rater_id, codebook_id, origin, verdict)
    SELECT workspace_id, gen_random_uuid(), call_id, id, ${id}, ${id}, 'hand', 'viable'
    FROM ${drawItems} WHERE draw_id = ${drawId}`);
}

describe("what the overview asks the database", () => {
  it.each<[string, (executor: Executor) => unknown]>([
    ["kept totals", (executor) => listTotalBuckets(executor, workspaceId, EVERYTHING)],
    ["kept totals in a scope", (executor) => listTotalBuckets(executor, workspaceId, NARROW)],
    ["all calls", (executor) => countAllCalls(executor, workspaceId)],
    ["clusters", (executor) => listClusters(executor, workspaceId)],
    ["kinds", (executor) => listKinds(executor, workspaceId, EVERYTHING)],
    ["kinds in a scope", (executor) => listKinds(executor, workspaceId, NARROW)],
    ["draws", (executor) => listDraws(executor, workspaceId)],
    ["strata", (executor) => listStrata(executor, workspaceId)],
    ["drawn items", (executor) => listDrawnItems(executor, workspaceId, EVERYTHING)],
    ["drawn items in a scope", (executor) => listDrawnItems(executor, workspaceId, NARROW)],
    ["places in frames", (executor) => listFramePlaces(executor, workspaceId)],
    ["labels", (executor) => listStoredLabels(executor, workspaceId, EVERYTHING, SEE_ALL)],
    ["labels in a scope", (executor) => listStoredLabels(executor, workspaceId, NARROW, SEE_ALL)],
    ["codebook", (executor) => listCodebookVersions(executor, workspaceId)],
  ])("reads %s without a scan of calls or frames, and no message", async (name, ask) => {
    const plan = await planOf(test.db, ask);
    if (process.env.ASSAY_SHOW_PLANS) process.stdout.write(`-- ${name}\n${plan}\n`);
    expect(plan).not.toMatch(/Seq Scan on (calls|draw_frame)/);
    expect(plan).not.toMatch(/\bnodes\b|request_settings/);
  });
});
