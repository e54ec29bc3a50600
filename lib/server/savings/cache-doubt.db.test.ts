import { createReadStream, existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eq } from "drizzle-orm";
import { workspaces } from "@/db/schema";
import { parseAuditParams } from "@/lib/overview/params";
import { WHOLE_SCOPE } from "@/lib/scope/scope";
import { SEE_ALL } from "@/lib/labelling/blind";
import { importFile } from "@/lib/server/imports/import-file";
import { auditCall, importAuditCalls } from "@/lib/server/overview/testing";
import { makeTestWorkspace, openTestDatabase } from "@/lib/server/testing";
import { gatherSavings } from "./gather-savings";

let test: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test?.close());

async function gather(home: Awaited<ReturnType<typeof makeTestWorkspace>>, query = {}) {
  const { workspaceId } = home;
  const [workspace] = await test.db.select().from(workspaces).where(eq(workspaces.id, workspaceId));
  if (!workspace) throw new Error("no workspace");
  return gatherSavings({ workspaceId, workspace }, parseAuditParams(query), WHOLE_SCOPE, SEE_ALL);
}

/** An agent loop whose source says nothing of a cache: each call sends all of before, and more. */
const loop = Array.from({ length: 10 }, (_, n) =>
  auditCall(n, {
    trace_id: "one run",
    input_tokens: 1000 * (n + 1),
    output_tokens: 0,
    started_at: `2026-01-01T03:0${n}:00Z`,
    messages: Array.from({ length: n + 1 }, (__, at) => ({
      role: "user",
      content: `message ${at} `.repeat(50),
    })),
  }),
);

describe("the doubt of a list price", () => {
  it("tells both bounds where prompts repeat and the source says nothing of a cache", async () => {
    const home = await makeTestWorkspace(test.db, "silent");
    await importAuditCalls(home, loop);
    const { doubt, answer } = await gather(home);
    // of 55,000 tokens 45,000 were sent before, at $0.50 instead of $2 a million
    expect(doubt?.repeats).toBeCloseTo(45 / 55, 2);
    expect(doubt?.highUsd).toBeCloseTo(0.11, 9);
    expect(doubt?.lowUsd).toBeCloseTo(0.11 - 0.045 * 1.5, 2);
    expect(answer.cache_doubt?.repeated_share).toBeCloseTo(45 / 55, 2);
    const { view } = await gather(home, { cached: "80" });
    expect(view.assumptions.silentCachedShare).toBe(0.8);
  });

  it("has nothing to say where the source tells what a cache served", async () => {
    const home = await makeTestWorkspace(test.db, "said");
    const said = loop.map((record) => ({ ...record, cached_input_tokens: 0 }));
    await importAuditCalls(home, said);
    expect((await gather(home)).doubt).toBeNull();
  });

  const path = join(process.env.ASSAY_REAL_TRACES ?? "", "mini-swe-agent", "calls.jsonl.gz");
  it.skipIf(!existsSync(path))(
    "is of several times on the real runs of mini-swe-agent, whose cache served 97 %",
    async () => {
      const home = await makeTestWorkspace(test.db, "mini-swe");
      const { workspaceId, actor } = home;
      const source = { name: "calls.jsonl.gz", source: "upload" as const, bytesTotal: null };
      const body = createReadStream(path);
      const done = await importFile({ workspaceId, actor, ...source, body });
      expect(done).toMatchObject({ ok: true });
      const { doubt } = await gather(home);
      expect(doubt?.estimate).toMatchObject({ calls: 400, traces: 8 });
      expect(doubt?.repeats).toBeGreaterThan(0.9);
      expect((doubt?.highUsd ?? 0) / (doubt?.lowUsd ?? Infinity)).toBeGreaterThan(2.5);
    },
    120_000,
  );
});
