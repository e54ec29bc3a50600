import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { closeStaleImports } from "@/db/commands/write-import";
import { imports } from "@/db/schema";
import { makeTestWorkspace, openTestDatabase } from "@/lib/server/testing";
import { importFile } from "./import-file";

let test: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test?.close());

const line = (prompt: string) =>
  Buffer.from(`${JSON.stringify({ step_type: "a", prompt, response: "x" })}\n`);

/** As if nothing had been heard of it for so many seconds. */
const silence = (workspaceId: string, seconds: number) =>
  test.db
    .update(imports)
    .set({ heartbeatAt: sql`now() - ${seconds}::int * interval '1 second'` })
    .where(eq(imports.workspaceId, workspaceId));

const stateOf = async (workspaceId: string) => {
  const [row] = await test.db
    .select({
      state: imports.state,
      age: sql<number>`extract(epoch FROM now() - ${imports.heartbeatAt})::float8`,
    })
    .from(imports)
    .where(eq(imports.workspaceId, workspaceId));
  return row;
};

it("lets an upload run on whose body pauses, and calls one interrupted that nobody reads", async () => {
  const { workspaceId, actor } = await makeTestWorkspace(test.db, "slow");
  async function* body() {
    yield line("first");
    await silence(workspaceId, 3600);
    await vi.waitFor(async () => expect((await stateOf(workspaceId))?.age).toBeLessThan(600), {
      timeout: 10_000,
      interval: 10,
    });
    await closeStaleImports(test.db, 600);
    expect((await stateOf(workspaceId))?.state).toBe("running");
    yield line("second");
  }
  const given = { workspaceId, actor, name: "f", source: "upload", bytesTotal: null } as const;
  const result = await importFile({ ...given, beatMs: 5, body: body() });
  expect(result).toMatchObject({ ok: true, value: { state: "done", calls: { new: 2 } } });

  await test.db
    .update(imports)
    .set({ state: "running" })
    .where(eq(imports.workspaceId, workspaceId));
  await silence(workspaceId, 601);
  expect(await closeStaleImports(test.db, 600)).toBe(1);
});
