import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { apiKeys, auditLog, calls, deletions, imports, members, workspaces } from "@/db/schema";
import { createApiKey } from "@/lib/server/settings/create-api-key";
import { makeTestWorkspace, openTestDatabase } from "@/lib/server/testing";
import { applyRetention } from "./apply-retention";
import { countDeletion } from "./count-deletion";
import { startWorkspaceDeletion } from "./delete-workspace";
import { runDeletion } from "./run-deletion";
import { saveRetention } from "./save-retention";
import { startDeletion } from "./start-deletion";
import { contentsOf, importLines, turn } from "./testing";

let test: Awaited<ReturnType<typeof openTestDatabase>>;

beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test?.close());

async function openHome(name = "Test") {
  const home = await makeTestWorkspace(test.db, name);
  const [workspace] = await test.db
    .select()
    .from(workspaces)
    .where(eq(workspaces.id, home.workspaceId));
  if (!workspace) throw new Error("no workspace");
  const importId = randomUUID();
  await importLines(home, importId, [turn("a", 1), turn("a", 2), turn("b", 3)]);
  return { ...home, workspace, importId };
}

const jobsOf = (id: string) =>
  test.db.execute<{ task: string; queue: string }>(sql`
    SELECT job.task_identifier AS task, job.queue_name AS queue FROM graphile_worker.jobs job
    JOIN graphile_worker._private_jobs held ON held.id = job.id
    WHERE held.payload ->> 'id' = ${id}`);

describe("startDeletion", () => {
  it("writes the row, the job and the audit entry together", async () => {
    const home = await openHome();
    const subject = home.importId;
    const asked = await startDeletion({ ...home, role: "admin" }, { what: "import", subject });
    const counts = { calls: 3, traces: 2, labels: 0, drawItems: 0 };
    expect(asked).toMatchObject({ ok: true, value: { counts } });
    const id = asked.ok ? asked.value.id : "";
    const [row] = await test.db.select().from(deletions).where(eq(deletions.id, id));
    expect(row).toMatchObject({ what: "import", subject, state: "queued", callsTotal: 3 });
    expect([...(await jobsOf(id))]).toEqual([
      { task: "run-deletion", queue: `deletion ${home.workspaceId}` },
    ]);
    const [entry] = await test.db
      .select()
      .from(auditLog)
      .where(and(eq(auditLog.workspaceId, home.workspaceId), eq(auditLog.action, "import.delete")));
    expect(entry).toMatchObject({
      actor: home.actor,
      subject,
      detail: { deletion: id, ...counts },
    });
  });

  it("refuses who is no admin, and tells them no counts", async () => {
    const home = await openHome();
    const scope = { what: "import", subject: home.importId };
    for (const role of ["reviewer", "viewer"] as const) {
      const member = { ...home, role };
      expect(await startDeletion(member, scope)).toMatchObject({ code: "forbidden" });
      expect(await countDeletion(member, scope)).toMatchObject({ code: "forbidden" });
      expect(await saveRetention(member, "30")).toMatchObject({ code: "forbidden" });
    }
    expect(
      await test.db.select().from(deletions).where(eq(deletions.subject, home.importId)),
    ).toEqual([]);
  });

  it("refuses what is not there, of another workspace, still running, or yet to come", async () => {
    const home = { ...(await openHome()), role: "admin" as const };
    const other = await openHome();
    const ask = (what: string, subject: string) => startDeletion(home, { what, subject });
    expect(await ask("import", other.importId)).toMatchObject({ code: "not_found" });
    expect(await ask("trace", randomUUID())).toMatchObject({ code: "not_found" });
    expect(await ask("trace", "nonsense")).toMatchObject({ code: "invalid" });
    expect(await ask("older", "2999-01-01T00:00:00Z")).toMatchObject({ code: "invalid" });
    await test.db.update(imports).set({ state: "running" }).where(eq(imports.id, home.importId));
    expect(await ask("import", home.importId)).toMatchObject({ code: "conflict" });
  });
});

describe("startWorkspaceDeletion", () => {
  it("needs the owner and the name, closes the workspace at once and empties it after", async () => {
    const home = await openHome("Doomed");
    const other = await openHome("Other");
    const elsewhere = await contentsOf(test.db, other.workspaceId);
    const owner = { ...home, role: "owner" as const };
    await createApiKey(owner, { name: "key" });
    expect(await startWorkspaceDeletion({ ...owner, role: "admin" }, "Doomed")).toMatchObject({
      code: "forbidden",
    });
    expect(await startWorkspaceDeletion(owner, "doomed")).toMatchObject({ code: "invalid" });
    expect(await startWorkspaceDeletion(owner, "Doomed")).toEqual({ ok: true, value: null });
    const { workspaceId } = home;
    for (const table of [members, apiKeys]) {
      expect(await test.db.select().from(table).where(eq(table.workspaceId, workspaceId))).toEqual(
        [],
      );
    }
    const [row] = await test.db
      .select()
      .from(deletions)
      .where(eq(deletions.workspaceId, workspaceId));
    expect(await runDeletion(workspaceId, row?.id ?? "", { calls: 2, batches: 1 })).toBe(false);
    expect(await runDeletion(workspaceId, row?.id ?? "")).toBe(true);
    expect(await runDeletion(workspaceId, row?.id ?? "")).toBe(true);
    const left = await contentsOf(test.db, workspaceId);
    expect(Object.values(left).flat()).toEqual([]);
    expect(await test.db.select().from(workspaces).where(eq(workspaces.id, workspaceId))).toEqual(
      [],
    );
    const kept = await test.db
      .select({ action: auditLog.action })
      .from(auditLog)
      .where(eq(auditLog.workspaceId, workspaceId));
    expect(kept.map((entry) => entry.action)).toContain("workspace.delete");
    expect(await contentsOf(test.db, other.workspaceId)).toEqual(elsewhere);
    expect((await makeTestWorkspace(test.db, "Doomed")).slug).toBe(home.slug);
  });
});

describe("applyRetention", () => {
  it("queues each night what has grown too old, once, where days are set", async () => {
    const home = await openHome();
    await openHome();
    expect(await saveRetention({ ...home, role: "admin" }, "0")).toMatchObject({ code: "invalid" });
    expect(await saveRetention({ ...home, role: "admin" }, "10")).toEqual({ ok: true, value: 10 });
    const now = new Date("2026-01-12T12:00:00Z");
    expect(await applyRetention(now)).toBe(1);
    expect(await applyRetention(now)).toBe(0);
    const [row] = await test.db
      .select()
      .from(deletions)
      .where(eq(deletions.workspaceId, home.workspaceId));
    expect(row).toMatchObject({ what: "older", createdBy: "system", callsTotal: 2 });
    await runDeletion(home.workspaceId, row?.id ?? "");
    const left = await test.db
      .select({ at: calls.startedAt })
      .from(calls)
      .where(eq(calls.workspaceId, home.workspaceId));
    expect(left).toEqual([{ at: "2026-01-03 03:00:00+00" }]);
    const [cleared] = await test.db
      .select()
      .from(workspaces)
      .where(eq(workspaces.id, home.workspaceId));
    if (!cleared) throw new Error("no workspace");
    const member = { ...home, workspace: cleared, role: "admin" as const };
    expect(await saveRetention(member, "")).toEqual({ ok: true, value: null });
    expect(await applyRetention(now)).toBe(0);
  });
});
