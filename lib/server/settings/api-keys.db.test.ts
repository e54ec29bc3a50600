import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listApiKeys } from "@/db/queries/settings/list-api-keys";
import { apiKeys, auditLog, workspaces } from "@/db/schema";
import { proveApiKey } from "@/lib/server/gate";
import { makeTestWorkspace, openTestDatabase } from "@/lib/server/testing";
import { changeSettings } from "./change-settings";
import { closeApiKey } from "./close-api-key";
import { createApiKey } from "./create-api-key";

let test: Awaited<ReturnType<typeof openTestDatabase>>;
let home: Awaited<ReturnType<typeof makeTestWorkspace>>;
let other: Awaited<ReturnType<typeof makeTestWorkspace>>;

beforeAll(async () => {
  test = await openTestDatabase();
  home = await makeTestWorkspace(test.db, "keys");
  other = await makeTestWorkspace(test.db, "others");
});
afterAll(() => test?.close());

const admin = () => ({ ...home, role: "admin" as const });
const withKey = (secret: string) =>
  new Request("http://localhost/api/v1/clusters", {
    headers: { authorization: `Bearer ${secret}` },
  });

async function make(name: string, member = admin()) {
  const made = await createApiKey(member, { name });
  if (!made.ok) throw new Error(made.message);
  return made.value;
}

const auditOf = (action: string) =>
  test.db
    .select()
    .from(auditLog)
    .where(and(eq(auditLog.workspaceId, home.workspaceId), eq(auditLog.action, action)));

describe("an API key", () => {
  it("opens its workspace, keeps no secret, and notes when it was used", async () => {
    const { id, secret } = await make("nightly");
    expect(secret).toMatch(/^assay_[\w-]{43}$/);
    const [before] = await listApiKeys(test.db, home.workspaceId);
    expect(before).toMatchObject({ id, prefix: secret.slice(0, 12), madeBy: "Tess" });
    expect(before?.lastUsedAt).toBeNull();
    expect(await proveApiKey(withKey(secret), "read")).toMatchObject({
      ok: true,
      value: { workspaceId: home.workspaceId, actor: `key:${id}` },
    });
    const [after] = await listApiKeys(test.db, home.workspaceId);
    expect(after?.lastUsedAt).not.toBeNull();
    const kept = JSON.stringify([
      await test.db.select().from(apiKeys),
      await auditOf("api_key.create"),
    ]);
    expect(kept).not.toContain(secret);
    expect(kept).toContain("nightly");
  });

  it("opens nothing once it is revoked, and stays in the list", async () => {
    const { id, secret } = await make("short lived");
    expect(await closeApiKey(admin(), id)).toEqual({ ok: true, value: { name: "short lived" } });
    expect(await proveApiKey(withKey(secret), "read")).toMatchObject({
      ok: false,
      code: "signed_out",
    });
    expect(await closeApiKey(admin(), id)).toMatchObject({ ok: false, code: "not_found" });
    const listed = await listApiKeys(test.db, home.workspaceId);
    expect(listed.at(-1)).toMatchObject({ id, name: "short lived" });
    expect(listed.at(-1)?.revokedAt).not.toBeNull();
    expect(await auditOf("api_key.revoke")).toMatchObject([{ subject: id, actor: home.actor }]);
  });

  it("is out of reach of another workspace", async () => {
    const { id, secret } = await make("ours");
    const theirs = { ...other, role: "owner" as const };
    expect(await closeApiKey(theirs, id)).toMatchObject({ ok: false, code: "not_found" });
    expect(await proveApiKey(withKey(secret), "read")).toMatchObject({ ok: true });
    expect(await listApiKeys(test.db, other.workspaceId)).toEqual([]);
  });

  it.each(["reviewer", "viewer"] as const)("is not made or revoked by a %s", async (role) => {
    const { id } = await make(`kept from a ${role}`);
    expect(await createApiKey({ ...home, role }, { name: "x" })).toMatchObject({
      ok: false,
      code: "forbidden",
    });
    expect(await closeApiKey({ ...home, role }, id)).toMatchObject({
      ok: false,
      code: "forbidden",
    });
  });

  it.each([
    ["ingest", "read"],
    ["read", "ingest"],
  ] as const)("of the scope %s does not open what needs %s", async (scope, needed) => {
    const made = await createApiKey(admin(), { name: scope, scope });
    if (!made.ok) throw new Error(made.message);
    const { secret } = made.value;
    const refusal = await proveApiKey(withKey(secret), needed);
    expect(refusal).toMatchObject({ ok: false, code: "forbidden" });
    expect(refusal.ok ? "" : refusal.message).toContain(`the scope "${needed}"`);
    expect(await proveApiKey(withKey(secret), scope)).toMatchObject({ ok: true });
  });

  it("of both scopes is what a key is when nothing is said", async () => {
    const { id, secret } = await make("of old");
    expect(await proveApiKey(withKey(secret), "ingest")).toMatchObject({ ok: true });
    const listed = await listApiKeys(test.db, home.workspaceId);
    expect(listed.find((key) => key.id === id)?.scope).toBe("both");
  });

  it.each([
    [{ name: " " }],
    [{}],
    [{ name: "x".repeat(61) }],
    [{ name: "admin", scope: "everything" }],
  ])("refuses the name or scope in %j", async (input) => {
    expect(await createApiKey(admin(), input)).toMatchObject({ ok: false, code: "invalid" });
  });

  it.each(["", "x", "assay_unknown", "' OR 1=1 --"])("is not %j", async (secret) => {
    expect(await proveApiKey(withKey(secret), "read")).toMatchObject({
      ok: false,
      code: "signed_out",
    });
  });
});

describe("the settings", () => {
  const given = {
    name: "keys",
    bar: "75",
    minLabels: "30",
    threshold: "0.9",
    candidate: "phi-4-mini",
  };

  async function member(role: "admin" | "reviewer" = "admin") {
    const [workspace] = await test.db
      .select()
      .from(workspaces)
      .where(eq(workspaces.id, home.workspaceId));
    if (!workspace) throw new Error("no workspace");
    return { ...home, workspace, role };
  }

  it("change, and the audit log says from what to what", async () => {
    expect(await changeSettings(await member(), given)).toMatchObject({ ok: true });
    const { workspace } = await member();
    expect(workspace).toMatchObject({ bar: 0.75, minLabels: 30, threshold: 0.9, slug: "keys" });
    const [row] = await auditOf("workspace.settings");
    expect(row?.detail).toMatchObject({ bar: { from: 0.8, to: 0.75 } });
    await changeSettings(await member(), given);
    expect(await auditOf("workspace.settings")).toHaveLength(1);
  });

  it.each([
    [{ ...given, bar: "101" }, "Bar"],
    [{ ...given, bar: "x" }, "Bar"],
    [{ ...given, minLabels: "1.5" }, "Labels"],
    [{ ...given, threshold: "0" }, "Threshold"],
    [{ ...given, candidate: "gpt-9" }, "Candidate"],
    [{ ...given, name: "" }, "name"],
  ])("refuse %j and say what is wrong", async (input, word) => {
    const refusal = await changeSettings(await member(), input);
    expect(refusal).toMatchObject({ ok: false, code: "invalid" });
    expect(refusal.ok ? "" : refusal.message).toContain(word);
  });

  it("are not changed by a reviewer", async () => {
    const refusal = await changeSettings(await member("reviewer"), given);
    expect(refusal).toMatchObject({ ok: false, code: "forbidden" });
  });
});
