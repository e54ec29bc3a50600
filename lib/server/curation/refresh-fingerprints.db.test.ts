import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lockDeletion } from "@/db/commands/lock-deletion";
import { calls, imports, nodes, workspaces } from "@/db/schema";
import { FINGERPRINT_VERSION } from "@/lib/curation/fingerprint";
import type { WorkspaceId } from "@/lib/ids";
import { importFile } from "@/lib/server/imports/import-file";
import { makeTestWorkspace, openTestDatabase } from "@/lib/server/testing";
import { type FingerprintProgress, refreshFingerprints } from "./refresh-fingerprints";

let test: Awaited<ReturnType<typeof openTestDatabase>>;

beforeAll(async () => {
  test = await openTestDatabase();
  await refreshFingerprints(null);
});
afterAll(() => test?.close());

/** An agent loop whose calls quote all before them, a repeat of each, and calls that say nothing. */
const loop = (trace: string) =>
  Array.from({ length: 12 }, (_, turn) => ({
    trace_id: trace,
    span_id: `${trace}-${turn}`,
    model: "gpt-4.1",
    messages: turn === 11 ? null : said(turn),
    response: { role: "assistant", content: `answer ${turn}` },
    tools: turn % 2 === 0 ? [{ name: "look_up", description: "Looks something up" }] : undefined,
    input_tokens: 10,
    output_tokens: 5,
  }));

const said = (turn: number) => [
  { role: "system", content: "You help." },
  ...Array.from({ length: turn }, (_, n) => [
    { role: "user", content: [{ type: "text", text: `question ${"abcdefghijkl"[n]}` }] },
    { role: "assistant", content: null, tool_calls: [{ id: `call_${n}`, name: "look_up" }] },
  ]).flat(),
  { role: "user", content: "Where is order 17?" },
];

async function makeHome(name: string): Promise<WorkspaceId> {
  const { workspaceId, actor } = await makeTestWorkspace(test.db, name);
  for (const trace of ["one", "two"]) {
    async function* body() {
      for (const record of loop(trace)) yield Buffer.from(`${JSON.stringify(record)}\n`);
    }
    const sent = { workspaceId, actor, name: trace, source: "upload", bytesTotal: null } as const;
    const result = await importFile({ ...sent, body: body() });
    if (!result.ok) throw new Error(result.message);
  }
  return workspaceId;
}

/** What calls and imports say of fingerprints and repeats. */
const stateOf = async (workspaceId: WorkspaceId) => ({
  calls: await test.db
    .select({
      id: calls.id,
      fingerprint: calls.fingerprint,
      version: calls.fingerprintVersion,
      nearDuplicate: calls.nearDuplicate,
    })
    .from(calls)
    .where(eq(calls.workspaceId, workspaceId))
    .orderBy(asc(calls.id)),
  imports: await test.db
    .select({ name: imports.name, nearDuplicate: imports.nearDuplicate })
    .from(imports)
    .where(eq(imports.workspaceId, workspaceId))
    .orderBy(asc(imports.name)),
});

const versionOf = async (workspaceId: WorkspaceId) => {
  const [row] = await test.db
    .select({ version: workspaces.fingerprintVersion })
    .from(workspaces)
    .where(eq(workspaces.id, workspaceId));
  return row?.version;
};

/** As an earlier version left them: some without a fingerprint, some with one by other rules. */
async function makeOld(workspaceId: WorkspaceId) {
  await test.db.execute(sql`
    UPDATE calls SET near_duplicate = false, fingerprint_version = CASE WHEN ordinal % 3 > 0 THEN 1 END,
      fingerprint = CASE WHEN ordinal % 3 > 0 THEN md5(ordinal::text)::uuid END
    WHERE workspace_id = ${workspaceId} AND fingerprint IS NOT NULL`);
  await test.db
    .update(imports)
    .set({ nearDuplicate: 0 })
    .where(eq(imports.workspaceId, workspaceId));
  await test.db
    .update(workspaces)
    .set({ fingerprintVersion: FINGERPRINT_VERSION - 1 })
    .where(eq(workspaces.id, workspaceId));
}

describe("calls of an earlier version", () => {
  it("get what an import gives them, repeats and receipts included", async () => {
    const workspaceId = await makeHome("whole");
    const imported = await stateOf(workspaceId);
    expect(imported.calls.filter((call) => call.nearDuplicate)).toHaveLength(11);
    await makeOld(workspaceId);
    expect(await refreshFingerprints(null)).toBeNull();
    expect(await stateOf(workspaceId)).toEqual(imported);
    expect(await versionOf(workspaceId)).toBe(FINGERPRINT_VERSION);
  });

  it("get it in pieces, also where the work began anew in between", async () => {
    const workspaceId = await makeHome("pieces");
    const imported = await stateOf(workspaceId);
    await makeOld(workspaceId);
    let progress: FingerprintProgress | null = null;
    for (let run = 0; run < 3; run += 1) {
      progress = await refreshFingerprints(progress, { batches: 1, batch: 4 });
    }
    expect(await stateOf(workspaceId)).not.toEqual(imported);
    expect(await versionOf(workspaceId)).toBe(FINGERPRINT_VERSION - 1);
    progress = null;
    do {
      progress = await refreshFingerprints(progress, { batches: 2, batch: 3 });
    } while (progress !== null);
    expect(await stateOf(workspaceId)).toEqual(imported);
  });

  it("keep what they have where their conversation is not whole", async () => {
    const workspaceId = await makeHome("gap");
    await makeOld(workspaceId);
    const before = await stateOf(workspaceId);
    await test.db
      .delete(nodes)
      .where(and(eq(nodes.workspaceId, workspaceId), isNull(nodes.parentId)));
    expect(await refreshFingerprints(null)).toBeNull();
    expect(await stateOf(workspaceId)).toEqual(before);
  });

  it("wait for a deletion that is under way", async () => {
    const workspaceId = await makeHome("deleting");
    await makeOld(workspaceId);
    const ended: string[] = [];
    let refreshed: Promise<unknown> = Promise.resolve();
    await test.db.transaction(async (tx) => {
      await lockDeletion(tx, workspaceId, "alone");
      refreshed = refreshFingerprints(null).then(() => ended.push("refreshed"));
      const waiting = () =>
        test.db.execute(sql`
          SELECT 1 FROM pg_locks JOIN pg_database ON pg_database.oid = pg_locks.database
          WHERE NOT granted AND locktype = 'advisory' AND datname = current_database()`);
      await expect.poll(waiting, { timeout: 30_000 }).toHaveLength(1);
      ended.push("deleted");
    });
    await refreshed;
    expect(ended).toEqual(["deleted", "refreshed"]);
  });

  it("are not looked for where all was looked through", async () => {
    const workspaceId = await makeHome("done");
    await refreshFingerprints(null);
    await test.db
      .update(calls)
      .set({ fingerprint: null, fingerprintVersion: null })
      .where(eq(calls.workspaceId, workspaceId));
    const before = await stateOf(workspaceId);
    expect(await refreshFingerprints(null)).toBeNull();
    expect(await stateOf(workspaceId)).toEqual(before);
  });
});
