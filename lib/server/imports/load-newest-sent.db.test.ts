import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeTestWorkspace, openTestDatabase } from "@/lib/server/testing";
import { importFile } from "./import-file";
import { loadNewestSent } from "./load-newest-sent";

let test: Awaited<ReturnType<typeof openTestDatabase>>;

beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test?.close());

type Home = Awaited<ReturnType<typeof makeTestWorkspace>>;

async function send(home: Home, actor: string, source: "upload" | "api") {
  async function* body() {
    yield Buffer.from('{"prompt":"a","response":"b"}\n');
  }
  const { workspaceId } = home;
  const name = `${source} by ${actor}`;
  await importFile({ workspaceId, actor, name, source, bytesTotal: null, body: body() });
}

describe("loadNewestSent", () => {
  it("sees what programs send, of one key or any, and no upload or other workspace", async () => {
    const home = await makeTestWorkspace(test.db, "watching");
    const other = await makeTestWorkspace(test.db, "elsewhere");
    const [first, second] = [randomUUID(), randomUUID()];
    await send(home, home.actor, "upload");
    await send(other, `key:${first}`, "api");
    expect(await loadNewestSent(home.workspaceId, null)).toBeNull();
    await send(home, `key:${first}`, "api");
    expect(await loadNewestSent(home.workspaceId, second)).toBeNull();
    await send(home, `key:${second}`, "api");
    const newest = await loadNewestSent(home.workspaceId, null);
    expect(newest).toMatchObject({ name: `api by key:${second}`, records: 1 });
    expect((await loadNewestSent(home.workspaceId, first))?.name).toBe(`api by key:${first}`);
    expect(await loadNewestSent(home.workspaceId, "no id")).toEqual(newest);
  });
});
