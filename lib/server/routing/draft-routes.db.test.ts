import { eq, sql } from "drizzle-orm";
import { SEE_ALL } from "@/lib/labelling/blind";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { foldTotals } from "@/db/commands/fold-totals";
import { clusters, labels, workspaces } from "@/db/schema";
import { createDraw } from "@/lib/server/labelling/create-draw";
import { auditCall, importAuditCalls, labelAuditItems } from "@/lib/server/overview/testing";
import { changeSettings } from "@/lib/server/settings/change-settings";
import { makeTestWorkspace, openTestDatabase } from "@/lib/server/testing";
import { draftRoutes } from "./draft-routes";

let test: Awaited<ReturnType<typeof openTestDatabase>>;
let home: Awaited<ReturnType<typeof makeTestWorkspace>>;

const RECORDS = [
  ...Array.from({ length: 40 }, (_, n) => auditCall(n)),
  ...Array.from({ length: 30 }, (_, n) => auditCall(100 + n, { step_type: "no" })),
  ...Array.from({ length: 30 }, (_, n) => auditCall(200 + n, { step_type: null })),
];

beforeAll(async () => {
  test = await openTestDatabase();
  home = await makeTestWorkspace(test.db, "routes");
  await importAuditCalls(home, RECORDS);
  const drawn = await createDraw({ ...home, role: "owner" }, { seed: "one", perCluster: 30 });
  if (!drawn.ok) throw new Error(drawn.message);
  const names = await test.db
    .select()
    .from(clusters)
    .where(eq(clusters.workspaceId, home.workspaceId));
  const notViable = names.find(({ name }) => name === "no")?.id;
  await labelAuditItems(test.db, home.workspaceId, ({ clusterId }) =>
    clusterId === notViable ? "not_viable" : "viable",
  );
});
afterAll(() => test?.close());

async function workspaceRow() {
  const [row] = await test.db.select().from(workspaces).where(eq(workspaces.id, home.workspaceId));
  if (!row) throw new Error("no workspace");
  return row;
}

async function draft(): Promise<string> {
  const { workspaceId } = home;
  const { file } = await draftRoutes({ workspaceId, workspace: await workspaceRow() }, SEE_ALL);
  if (!file.ok) throw new Error(file.message);
  return file.value;
}

describe("the draft of the routes", () => {
  it("routes what is viable, keeps what is not, and writes untagged calls as a comment", async () => {
    const text = await draft();
    expect(parse(text)).toEqual({
      routes: {
        extract: { model: "phi-4-mini", fallback: "gpt-4.1", confidence_threshold: 0.85 },
        no: { model: "gpt-4.1" },
      },
    });
    expect(text).toContain('"no":\n    model: "gpt-4.1"     # keep: 0 of 30 labelled viable');
    expect(text).toContain("# 30 of 30 labelled viable, 95 % [");
    expect(text).toMatch(/# no step type: "helper · .*30 calls, undecided: 30 of 30/);
    expect(text).toMatch(
      /^# Assay draft, workspace routes, \d{4}-\d\d-\d\d, inputs sha256:[0-9a-f]{64}, codebook v1\n/,
    );
  });

  it("has the same bytes from the same inputs, also after the totals are folded", async () => {
    const before = await draft();
    expect(await draft()).toBe(before);
    await foldTotals(test.db);
    expect(await draft()).toBe(before);
  });

  it("is dated by its newest input", async () => {
    const { workspaceId } = home;
    await test.db.execute(sql`
      UPDATE labels SET created_at = '2031-05-06T23:59:00Z'
      WHERE workspace_id = ${workspaceId}
        AND id = (SELECT min(id::text)::uuid FROM labels WHERE workspace_id = ${workspaceId})`);
    expect(await draft()).toMatch(/^# Assay draft, workspace routes, 2031-05-06, /);
  });

  it("has another hash when a label or a setting is another", async () => {
    const hashOf = (text: string) => /sha256:([0-9a-f]+)/.exec(text)?.[1];
    const first = hashOf(await draft());
    const owner = { ...home, workspace: await workspaceRow(), role: "owner" as const };
    const input = { name: "routes", minLabels: 20, threshold: 0.9, candidate: "default" };
    expect(await changeSettings(owner, { ...input, bar: 99 })).toMatchObject({ ok: true });
    const strict = await draft();
    expect(hashOf(strict)).not.toBe(first);
    expect(parse(strict).routes.extract).toEqual({ model: "gpt-4.1" });
    const own = { ...home, workspace: await workspaceRow(), role: "owner" as const };
    await changeSettings(own, { ...input, bar: 80 });
    const byHand = await draft();
    expect(byHand).toContain("confidence_threshold: 0.9   # uncalibrated, set by hand");
    await test.db.delete(labels).where(eq(labels.workspaceId, home.workspaceId));
    expect(hashOf(await draft())).not.toBe(hashOf(byHand));
    expect(parse(await draft()).routes).toEqual({
      extract: { model: "gpt-4.1" },
      no: { model: "gpt-4.1" },
    });
  });
});
