import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { SEE_ALL } from "@/lib/labelling/blind";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { calls, codebooks, drawItems, draws, drawStrata, kinds } from "@/db/schema";
import type { Transaction } from "@/db/client";
import { assembleAudit } from "@/lib/overview/audit";
import { AuditParams } from "@/lib/overview/params";
import { WHOLE_SCOPE } from "@/lib/scope/scope";
import { makeTestWorkspace, openTestDatabase } from "@/lib/server/testing";
import { loadEvidence } from "./load-evidence";
import { auditCall, importAuditCalls } from "./testing";

const SETTINGS = { bar: 0.8, minLabels: 20, threshold: 0.85, candidate: null };

let test: Awaited<ReturnType<typeof openTestDatabase>>;
let home: Awaited<ReturnType<typeof makeTestWorkspace>>;

beforeAll(async () => {
  test = await openTestDatabase();
  home = await makeTestWorkspace(test.db, "snapshot");
  await importAuditCalls(
    home,
    Array.from({ length: 5 }, (_, n) => auditCall(n)),
  );
});
afterAll(() => test?.close());

/** A draw of every call, written in the transaction of the test. */
async function writeDraw(tx: Transaction): Promise<void> {
  const { workspaceId } = home;
  const [kind] = await tx.select().from(kinds).where(eq(kinds.workspaceId, workspaceId));
  const [codebook] = await tx
    .select()
    .from(codebooks)
    .where(eq(codebooks.workspaceId, workspaceId));
  if (!kind || !codebook) throw new Error("nothing is imported");
  const drawId = randomUUID();
  const { clusterId } = kind;
  await tx.insert(draws).values({
    workspaceId,
    id: drawId,
    number: 1,
    codebookId: codebook.id,
    seed: "one",
    scope: {},
    frameHash: "",
    frameCalls: 5,
    perCluster: 5,
    createdBy: home.actor,
  });
  await tx.insert(drawStrata).values({ workspaceId, drawId, clusterId, frameCalls: 5, drawn: 5 });
  await tx.execute(sql`
    INSERT INTO ${drawItems} (workspace_id, id, draw_id, call_id, cluster_id, position,
      inclusion_probability)
    SELECT ${workspaceId}, gen_random_uuid(), ${drawId}, id, ${clusterId},
      row_number() OVER (ORDER BY id), 1
    FROM ${calls} WHERE workspace_id = ${workspaceId}`);
}

it("reads nothing of a draw that is committed between its queries", async () => {
  const reading = await test.db.transaction(async (tx) => {
    await tx.execute(sql`LOCK TABLE ${drawItems} IN ACCESS EXCLUSIVE MODE`);
    const loading = loadEvidence(home.workspaceId, WHOLE_SCOPE, SEE_ALL);
    await vi.waitFor(async () => {
      const waiting = await test.db.execute(sql`
        SELECT 1 FROM pg_locks
        WHERE NOT granted AND relation = 'draw_items'::regclass
          AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`);
      expect(waiting).toHaveLength(1);
    }, 10_000);
    await writeDraw(tx);
    return { loading };
  });
  const { evidence } = await reading.loading;
  expect(evidence).toMatchObject({ draws: 0, sample: { calls: [], strata: [] } });
  expect(() => assembleAudit(evidence, SETTINGS, AuditParams.parse({}))).not.toThrow();
  const after = await loadEvidence(home.workspaceId, WHOLE_SCOPE, SEE_ALL);
  expect(after.evidence).toMatchObject({ draws: 1, sample: { strata: [{ frameCalls: 5 }] } });
  expect(after.evidence.sample.calls).toHaveLength(5);
});
