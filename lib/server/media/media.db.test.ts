import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { calls, workspaces } from "@/db/schema";
import type { WorkspaceId } from "@/lib/ids";
import { importFile } from "@/lib/server/imports/import-file";
import { makeTestWorkspace, openTestDatabase } from "@/lib/server/testing";
import { downloadMedia } from "./download-media";
import { listCallMedia } from "./list-call-media";

let test: Awaited<ReturnType<typeof openTestDatabase>>;

beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test?.close());

const PNG = `iVBORw0KGgo${"Ab1+/9xZ".repeat(200)}A`;

/** One call that was asked with an image, in a workspace that keeps bytes or does not. */
async function askedWithImage(keepMedia: boolean) {
  const { workspaceId, actor } = await makeTestWorkspace(test.db, `keeps ${keepMedia}`);
  await test.db
    .update(workspaces)
    .set({ redaction: { keepMedia } })
    .where(sql`id = ${workspaceId}`);
  const image = { type: "image_url", image_url: { url: `data:image/png;base64,${PNG}` } };
  const record = {
    messages: [{ role: "user", content: [{ type: "text", text: "What is it?" }, image] }],
    response: { role: "assistant", content: "A cat." },
  };
  const imported = await importFile({
    workspaceId,
    actor,
    name: "image",
    source: "upload",
    bytesTotal: null,
    body: (async function* () {
      yield Buffer.from(JSON.stringify(record));
    })(),
  });
  if (!imported.ok) throw new Error(imported.message);
  const [call] = await test.db
    .select()
    .from(calls)
    .where(sql`workspace_id = ${workspaceId}`);
  if (!call) throw new Error("no call was made");
  return { workspaceId, media: await listCallMedia(workspaceId, call) };
}

it("hands out kept bytes as a download of their own type, within their workspace alone", async () => {
  const { workspaceId, media } = await askedWithImage(true);
  expect(media).toMatchObject([{ medium: "image", mediaType: "image/png", kept: true }]);
  const digest = media[0]?.digest ?? "";
  const file = await downloadMedia(workspaceId, digest);
  if (!file.ok) throw new Error(file.message);
  expect(Object.fromEntries(file.value.headers)).toMatchObject({
    "content-type": "image/png",
    "content-disposition": `attachment; filename="${digest}.png"`,
    "x-content-type-options": "nosniff",
  });
  const bytes = Buffer.from(await file.value.arrayBuffer());
  expect(bytes).toEqual(Buffer.from(PNG, "base64"));
  const other = await makeTestWorkspace(test.db, "other");
  expect((await downloadMedia(other.workspaceId, digest)).ok).toBe(false);
});

it("says of bytes that are not kept what is", async () => {
  const { workspaceId, media } = await askedWithImage(false);
  expect(media).toMatchObject([{ medium: "image", bytes: expect.any(Number), kept: false }]);
  const file = await downloadMedia(workspaceId as WorkspaceId, media[0]?.digest ?? "");
  expect(file).toMatchObject({ ok: false, message: expect.stringMatching(/only type, size/u) });
});
