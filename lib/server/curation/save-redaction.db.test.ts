import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { auditLog, workspaces } from "@/db/schema";
import { DEFAULT_KEYS } from "@/lib/curation/redact/named-keys";
import type { Role, Workspace } from "@/lib/server/gate";
import { makeTestWorkspace, openTestDatabase } from "@/lib/server/testing";
import { openRedactor } from "./open-redactor";
import { saveRedaction } from "./save-redaction";

let test: Awaited<ReturnType<typeof openTestDatabase>>;

beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test?.close());

async function memberOf(role: Role = "admin") {
  const { workspaceId, actor } = await makeTestWorkspace(test.db);
  const [row] = await test.db.select().from(workspaces).where(eq(workspaces.id, workspaceId));
  return { workspaceId, workspace: row as Workspace, role, actor };
}

it("sets what is redacted from then on, and writes down what changed", async () => {
  const member = await memberOf();
  const settings = {
    off: ["ip_v4"],
    own: [{ name: "ticket", pattern: "TCK-\\d+", flags: "" }],
    keys: [...DEFAULT_KEYS],
    keepMedia: false,
  };
  expect(await saveRedaction(member, settings)).toEqual({ ok: true, value: settings });
  const redactor = await openRedactor(member.workspaceId);
  expect(redactor.text("10.1.2.3 opened TCK-12").text).toMatch(/^10\.1\.2\.3 opened \[ticket:/u);
  const rows = await test.db
    .select()
    .from(auditLog)
    .where(
      and(eq(auditLog.workspaceId, member.workspaceId), eq(auditLog.action, "workspace.redaction")),
    );
  expect(rows).toHaveLength(1);
  expect(rows[0]?.detail).toMatchObject({ off: { from: [], to: ["ip_v4"] } });
});

it.each([
  [{ own: [{ name: "x1", pattern: "(a+)+b" }] }, /inside a repetition/],
  [{ own: [{ name: "email", pattern: "abc" }] }, /already a rule named email/],
  [{ own: [{ name: "No Name", pattern: "abc" }] }, /small letters/],
  [{ keys: ["?"] }, /letters, digits/],
])("refuses %j, and says why", async (input, why) => {
  const member = await memberOf();
  expect(await saveRedaction(member, input)).toMatchObject({
    ok: false,
    code: "invalid",
    message: expect.stringMatching(why),
  });
});

it("refuses who is no admin", async () => {
  expect(await saveRedaction(await memberOf("reviewer"), {})).toMatchObject({ code: "forbidden" });
});
