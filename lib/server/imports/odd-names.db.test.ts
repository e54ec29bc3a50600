import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { writeAudit } from "@/db/commands/write-audit";
import { auditLog, imports } from "@/db/schema";
import { makeTestWorkspace, openTestDatabase } from "@/lib/server/testing";
import { importFile } from "./import-file";

let test: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test?.close());

const line = (prompt: string, more: object = {}) =>
  Buffer.from(`${JSON.stringify({ step_type: "a", prompt, response: "x", ...more })}\n`);

it("takes names and warnings whose cut would fall within a character", async () => {
  const { workspaceId, actor } = await makeTestWorkspace(test.db, "halves");
  const long = `${"x".repeat(79)}😀 and more`;
  async function* body() {
    yield line("one", { agent: long, model: long, step_type: long });
  }
  const result = await importFile({
    workspaceId,
    actor,
    name: `${"n".repeat(199)}😀`,
    source: "upload",
    bytesTotal: null,
    body: body(),
  });
  expect(result).toMatchObject({
    ok: true,
    value: { state: "done", calls: { new: 1 }, found: { agents: [`${"x".repeat(79)}😀`] } },
  });
  const [row] = await test.db
    .select({ name: imports.name })
    .from(imports)
    .where(eq(imports.workspaceId, workspaceId));
  expect(row?.name).toBe(`${"n".repeat(199)}😀`);
});

it("keeps calls with an implausible time and says how many there are", async () => {
  const { workspaceId, actor } = await makeTestWorkspace(test.db, "times");
  async function* body() {
    yield line("one", { started_at: "1970-01-01T00:00:00Z" });
    yield line("two", { started_at: "2199-01-01T00:00:00Z" });
    yield line("three", { started_at: "2026-01-01T00:00:00Z" });
  }
  const given = { workspaceId, actor, name: "f", source: "upload", bytesTotal: null } as const;
  expect(await importFile({ ...given, body: body() })).toMatchObject({
    ok: true,
    value: {
      calls: { new: 3 },
      warnings: [expect.stringMatching(/^2 calls have an implausible/u)],
    },
  });
});

it("writes half a character into the audit log as a mark", async () => {
  const { workspaceId } = await makeTestWorkspace(test.db, "audit");
  const entry = { actor: "system", action: "test.done", subject: "s", detail: { a: "x\ud83d" } };
  await writeAudit(test.db, workspaceId, entry);
  const [row] = await test.db
    .select({ detail: auditLog.detail })
    .from(auditLog)
    .where(eq(auditLog.action, "test.done"));
  expect(row?.detail).toEqual({ a: "x\ufffd" });
});
