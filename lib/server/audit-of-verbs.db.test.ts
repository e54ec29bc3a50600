import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditLog, calls, drawItems, raters, workspaces } from "@/db/schema";
import { DEED_WORDS } from "@/lib/audit/deed-words";
import { FIRST_CODEBOOK } from "@/lib/labelling/codebook";
import { makeTestWorkspace, openTestDatabase } from "@/lib/server/testing";
import { saveCodebook } from "./codebook/save-codebook";
import { saveRedaction } from "./curation/save-redaction";
import { startWorkspaceDeletion } from "./deletion/delete-workspace";
import { runDeletion } from "./deletion/run-deletion";
import { saveRetention } from "./deletion/save-retention";
import { startDeletion } from "./deletion/start-deletion";
import { getKeyedDigest } from "./digest";
import type { Workspace } from "./gate";
import { removeMapping } from "./imports/remove-mapping";
import { saveMapping } from "./imports/save-mapping";
import { createDraw } from "./labelling/create-draw";
import { extendDraw } from "./labelling/extend-draw";
import { importLabels } from "./labelling/import-labels";
import { moveDraw } from "./labelling/move-draw";
import { skipItem } from "./labelling/skip-item";
import { submitLabels } from "./labelling/submit-labels";
import { importTestCalls } from "./labelling/testing";
import { changeRole } from "./people/change-role";
import { createInvitation } from "./people/create-invitation";
import { endInvitation } from "./people/end-invitation";
import { joinWorkspace } from "./people/join-workspace";
import { leaveWorkspace } from "./people/leave-workspace";
import { removeMember } from "./people/remove-member";
import { renameRater } from "./people/rename-rater";
import { makeTestMember, makeTestPerson } from "./people/testing";
import { addPrice } from "./pricing/add-price";
import { retirePrice } from "./pricing/retire-price";
import { keepProjection } from "./savings/keep-projection";
import { saveAssumptions } from "./savings/save-assumptions";
import { saveHumanFacing } from "./scope/save-human-facing";
import { saveScope } from "./scope/save-scope";
import { changeSettings } from "./settings/change-settings";
import { closeApiKey } from "./settings/close-api-key";
import { createApiKey } from "./settings/create-api-key";
import { saveFrontier } from "./settings/save-frontier";
import { openRollingImport } from "./spans/rolling-import";
import { snapshotOf } from "./testing-snapshot";
import { createWorkspace } from "./workspaces/create-workspace";
import { openSample } from "./workspaces/open-sample";

type Owner = Awaited<ReturnType<typeof makeOwner>>;

/** Gets everything ready, and answers with the deed itself. */
type Scenario = (home: Owner) => Promise<() => Promise<unknown>>;

/**
 * Every file of the server that writes: the deeds that it does by their action, or why it writes no
 * row of its own.
 */
const WRITERS: Record<
  string,
  Record<string, Scenario> | `part of ${string}` | `no deed: ${string}`
> = {
  "auth/set-up.ts": "no deed: makes the first account, before there is a workspace",
  "auth/setup-link.ts": "no deed: prints a link, before there is a workspace",
  "codebook/save-codebook.ts": {
    "codebook.rewrite": async (home) => () => saveCodebook(home, WORDING),
    "codebook.save": async (home) => {
      await drawAndLabel(home);
      return () => saveCodebook(home, WORDING);
    },
  },
  "curation/refresh-fingerprints.ts": "no deed: computes anew what an older version computed",
  "curation/save-redaction.ts": {
    "workspace.redaction": async (home) => () =>
      saveRedaction(home, { off: ["email"], own: [], keys: [], keepMedia: false }),
  },
  "deletion/delete-in-traces.ts": "part of deletion/run-deletion.ts",
  "deletion/delete-loose.ts": "part of deletion/run-deletion.ts",
  "deletion/delete-workspace.ts": {
    "workspace.delete": async (home) => () => startWorkspaceDeletion(home, home.workspace.name),
  },
  "deletion/resettle-trace.ts": "part of deletion/run-deletion.ts",
  "deletion/run-deletion.ts": {
    "deletion.finish": async (home) => {
      const older = { what: "older", subject: "2001-01-01T00:00:00Z" };
      const id = must(await startDeletion(home, older)).id;
      return () => runDeletion(home.workspaceId, id);
    },
  },
  "deletion/save-retention.ts": {
    "workspace.retention": async (home) => () => saveRetention(home, "30"),
  },
  "deletion/start-deletion.ts": {
    "trace.delete": async (home) => {
      await importTestCalls(home, 1);
      const [call] = await test.db.select().from(calls);
      return () => startDeletion(home, { what: "trace", subject: call?.traceId });
    },
  },
  "deletion/take-back.ts": "part of deletion/run-deletion.ts",
  "gate.ts": "no deed: notes when a key was last used",
  "imports/batch-writer.ts": "part of imports/import-file.ts",
  "imports/batch.ts": "part of imports/import-file.ts",
  "imports/import-file.ts": {
    "import.start": async (home) => () => importTestCalls(home, 1),
  },
  "imports/import-progress.ts": "part of imports/import-file.ts",
  "imports/keep-beating.ts": "part of imports/import-file.ts",
  "imports/plan-batch.ts": "part of imports/import-file.ts",
  "imports/remove-mapping.ts": {
    "import_mapping.remove": async (home) => {
      const { id } = must(await saveMapping(home, MAPPING));
      return () => removeMapping(home, id);
    },
  },
  "imports/save-mapping.ts": {
    "import_mapping.save": async (home) => () => saveMapping(home, MAPPING),
  },
  "jobs/tasks.ts": "no deed: folds totals and runs what was asked for before",
  "labelling/addition.ts": "part of labelling/extend-draw.ts",
  "labelling/choose-raters.ts": "part of labelling/create-draw.ts",
  "labelling/create-draw.ts": {
    "draw.create": async (home) => {
      await importTestCalls(home, 1);
      return () => createDraw(home, { seed: "a seed" });
    },
  },
  "labelling/draw-part.ts": "part of labelling/create-draw.ts",
  "labelling/import-labels.ts": {
    "label.import": async (home) => {
      await importTestCalls(home, 1);
      const label = { trace_id: "t0", span_id: "t0:1", reviewer: "Eve", verdict: "viable" };
      return () => importLabels(home, JSON.stringify(label));
    },
  },
  "labelling/release-items.ts": "no deed: a lease is a lock, and changes nothing that was said",
  "labelling/skip-item.ts": {
    "item.skip": async (home) => {
      const itemId = await drawnItem(home);
      return () => skipItem(home, { itemId, reason: "not mine" });
    },
    "item.unskip": async (home) => {
      must(await skipItem(home, { itemId: await drawnItem(home), reason: "not mine" }));
      return () => skipItem(home, { draw: 1, again: true });
    },
  },
  "labelling/take-items.ts": "no deed: a lease is a lock, and changes nothing that was said",
  "labelling/extend-draw.ts": {
    "draw.extend": async (home) => {
      await importTestCalls(home, 2);
      const { number } = must(await createDraw(home, { seed: "a seed", perCluster: 1 }));
      return () => extendDraw(home, { kind: "raise", draw: number, more: 1 });
    },
  },
  "labelling/move-draw.ts": {
    "draw.move": async (home) => {
      const { number } = await drawAndLabel(home);
      must(await saveCodebook(home, WORDING));
      return () => moveDraw(home, String(number));
    },
  },
  "labelling/raise-draw.ts": "part of labelling/extend-draw.ts",
  "labelling/submit-labels.ts": {
    "label.submit": async (home) => {
      await importTestCalls(home, 1);
      const { id } = must(await createDraw(home, { seed: "a seed" }));
      const label = await firstLabel(id);
      return () => submitLabels(home, [label]);
    },
  },
  "people/change-people.ts": "part of the verbs beside it",
  "people/change-role.ts": {
    "member.change_role": async (home) => {
      const { actor } = await makeTestMember(test.db, home.workspaceId, "viewer");
      return () => changeRole(home, { userId: actor, role: "admin" });
    },
  },
  "people/create-invitation.ts": {
    "invitation.create": async (home) => () => createInvitation(home, { role: "viewer" }),
  },
  "people/end-invitation.ts": {
    "invitation.revoke": async (home) => {
      const { id } = must(await createInvitation(home, { role: "viewer" }));
      return () => endInvitation(home, id);
    },
  },
  "people/join-workspace.ts": {
    "member.join": async (home) => {
      const { secret } = must(await createInvitation(home, { role: "viewer" }));
      const person = await makeTestPerson(test.db, "Nell");
      return () => joinWorkspace(person, secret);
    },
  },
  "people/leave-workspace.ts": {
    "member.leave": async (home) => {
      const member = await makeTestMember(test.db, home.workspaceId, "viewer");
      return () => leaveWorkspace(member);
    },
  },
  "people/redeem-invitation.ts": "part of people/join-workspace.ts",
  "people/remove-member.ts": {
    "member.remove": async (home) => {
      const { actor } = await makeTestMember(test.db, home.workspaceId, "viewer");
      return () => removeMember(home, actor);
    },
  },
  "people/rename-rater.ts": {
    "rater.rename": async (home) => {
      const rater = { workspaceId: home.workspaceId, id: randomUUID(), name: "R" };
      await test.db.insert(raters).values({ ...rater, kind: "external" });
      return () => renameRater(home, { id: rater.id, name: "Ravi" });
    },
  },
  "people/take-out.ts": "part of people/remove-member.ts and people/leave-workspace.ts",
  "pricing/add-price.ts": {
    "price.add": async (home) => () => addPrice(home, PRICE),
  },
  "pricing/retire-price.ts": {
    "price.retire": async (home) => {
      const { id } = must(await addPrice(home, PRICE));
      return () => retirePrice(home, id);
    },
  },
  "retry-conflicts.ts": "no deed: tries again what another does",
  "savings/keep-projection.ts": {
    "projection.keep": async (home) => () => keepProjection(home, { name: "mine", query: "" }),
  },
  "savings/save-assumptions.ts": {
    "workspace.assumptions": async (home) => () => saveAssumptions(home, "?cache=warm"),
  },
  "scope/save-human-facing.ts": {
    "human_facing.set": async (home) => () =>
      saveHumanFacing(home, { subject: "agent", value: "helper", humanFacing: true }),
  },
  "scope/save-scope.ts": {
    "workspace.scope": async (home) => () => saveScope(home, { withoutAgents: ["simulator"] }),
  },
  "settings/change-settings.ts": {
    "workspace.settings": async (home) => () =>
      changeSettings(home, {
        name: "another name",
        bar: "75",
        minLabels: "30",
        threshold: "0.9",
        candidate: "default",
      }),
  },
  "settings/close-api-key.ts": {
    "api_key.revoke": async (home) => {
      const { id } = must(await createApiKey(home, { name: "nightly" }));
      return () => closeApiKey(home, id);
    },
  },
  "settings/create-api-key.ts": {
    "api_key.create": async (home) => () => createApiKey(home, { name: "nightly" }),
  },
  "settings/save-frontier.ts": {
    "workspace.frontier": async (home) => () => saveFrontier(home, ["gpt-5.5"]),
  },
  "spans/count-batch.ts": "part of spans/rolling-import.ts",
  "spans/gather-traces.ts": "part of spans/rolling-import.ts",
  "spans/hold-part.ts": "part of spans/rolling-import.ts",
  "spans/receipt-words.ts": "part of spans/rolling-import.ts",
  "spans/rolling-import.ts": {
    "import.start": async (home) => () =>
      openRollingImport({ ...home, keyName: "k" }, "otlp", new Date(0), getKeyedDigest()),
  },
  "spans/tidy-spans.ts": "no deed: tidies up at night after what was sent",
  "spans/trace-facts.ts": "part of spans/rolling-import.ts",
  "spans/write-planned-calls.ts": "part of spans/rolling-import.ts",
  "spans/write-receipts.ts": "part of spans/rolling-import.ts",
  "spans/write-span-batch.ts": "part of spans/rolling-import.ts",
  "start/recount-old-totals.ts": "no deed: counts anew what an older version counted",
  "start/recount-totals.ts": "no deed: counts anew what an older version counted",
  "workspaces/create-workspace.ts": {
    "workspace.create":
      async ({ user }) =>
      () =>
        createWorkspace(user, { name: "Another" }),
  },
  "workspaces/label-sample.ts": "part of workspaces/open-sample.ts",
  "workspaces/open-sample.ts": {
    "workspace.open_sample":
      async ({ user }) =>
      () =>
        openSample(user),
  },
};

/** What the actions and routes call that only reads. */
const READERS = ["deletion/count-deletion.ts", "deletion/to-scope.ts"];

/** What notes by itself that a deed broke off. */
const NOTES_TROUBLE: Record<string, string> = { "deletion.finish": "deletions" };

const PRICE = { model: "our-own", inputUsd: "1", outputUsd: "2" };

const WORDING = {
  base: 1,
  content: { ...FIRST_CODEBOOK, question: "Could it?" },
  change: "wording",
  note: "shorter",
};

const MAPPING = {
  name: "mine",
  columns: ["frage", "antwort"],
  mapping: { prompt: "frage", response: "antwort" },
};

let test: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  test = await openTestDatabase();
  await test.db.execute(sql`
    CREATE FUNCTION refuse_deed() RETURNS trigger LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'the log is full'; END $$`);
});
afterAll(() => test?.close());

async function makeOwner() {
  const home = await makeTestWorkspace(test.db, `Home ${randomUUID()}`);
  const found = await test.db.select().from(workspaces).where(eq(workspaces.id, home.workspaceId));
  return { ...home, role: "owner" as const, workspace: found[0] as Workspace };
}

/** An item of a new draw. */
async function drawnItem(home: Owner): Promise<string> {
  await importTestCalls(home, 1);
  const { id } = must(await createDraw(home, { seed: "a seed" }));
  const [item] = await test.db.select().from(drawItems).where(eq(drawItems.drawId, id));
  return item?.id ?? "";
}

/** A label on one item of a draw. */
async function firstLabel(drawId: string) {
  const [item] = await test.db.select().from(drawItems).where(eq(drawItems.drawId, drawId));
  const label = { id: randomUUID(), itemId: item?.id, verdict: "viable", retracted: false };
  return { ...label, reasons: [], note: null, supersedes: null, decisionMs: null };
}

/** A draw whose codebook is frozen by a label. */
async function drawAndLabel(home: Owner) {
  await importTestCalls(home, 1);
  const made = must(await createDraw(home, { seed: "a seed" }));
  must(await submitLabels(home, [await firstLabel(made.id)]));
  return made;
}

function must<T>(result: { ok: true; value: T } | { ok: false; message: string }): T {
  if (!result.ok) throw new Error(result.message);
  return result.value;
}

const root = fileURLToPath(new URL("../../", import.meta.url));
const filesBelow = (folder: string, ends: RegExp): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => ends.test(path));
const textOf = (path: string): string => readFileSync(join(root, path), "utf8");

describe("what writes on the server", () => {
  it("stands in the table above", () => {
    const writes =
      /from "@\/db\/commands\/|\b(?:tx|db|executor|getDatabase\(\))\s*\.(?:insert|update|delete)\(/;
    const server = filesBelow("lib/server", /(?<!\.test)\.ts$/).filter(
      (path) => !/(^|\/)testing|^bench\//.test(path),
    );
    const found = server.filter((path) => writes.test(textOf(`lib/server/${path}`)));
    expect(found.filter((path) => !(path in WRITERS))).toEqual([]);
    expect(Object.keys(WRITERS).filter((path) => !server.includes(path))).toEqual([]);
  });

  it("is all that the server actions call, but for what only reads", () => {
    const called = filesBelow("app", /\.tsx?$/)
      .map((path) => textOf(`app/${path}`))
      .filter((text) => /^["']use server["']/.test(text))
      .flatMap((text) => [...text.matchAll(/from "@\/lib\/server\/([a-z-]+\/[a-z-]+)"/g)])
      .map(([, path]) => `${path}.ts`)
      .filter((path) => !path.startsWith("auth/") && !READERS.includes(path));
    expect(called.filter((path) => !(path in WRITERS))).toEqual([]);
  });
});

const deeds = Object.entries(WRITERS).flatMap(([file, entry]) =>
  typeof entry === "string"
    ? []
    : Object.entries(entry).map(([action, scenario]) => [file, action, scenario] as const),
);

/** Runs something while the log refuses an action. */
async function withoutRoomFor(action: string, run: () => Promise<void>): Promise<void> {
  await test.db.execute(sql`
    CREATE TRIGGER refuse_deed BEFORE INSERT ON audit_log FOR EACH ROW
    WHEN (NEW.action = ${sql.raw(`'${action}'`)}) EXECUTE FUNCTION refuse_deed()`);
  try {
    await run();
  } finally {
    await test.db.execute(sql`DROP TRIGGER refuse_deed ON audit_log`);
  }
}

describe("the row of a deed", () => {
  it.each(deeds)("%s writes %s in the transaction of the deed", async (_file, action, scenario) => {
    expect(Object.keys(DEED_WORDS)).toContain(action);
    const home = await makeOwner();
    const run = await scenario(home);
    const before = await snapshotOf(test.db);
    await withoutRoomFor(action, () => expect(run()).rejects.toThrow());
    const { [NOTES_TROUBLE[action] ?? ""]: _, ...after } = await snapshotOf(test.db);
    expect(before, "what is left of a deed that could not be noted").toMatchObject(after);
    const rowsOf = () => test.db.select().from(auditLog).where(eq(auditLog.action, action));
    const noted = (await rowsOf()).length;
    const done = await run();
    expect(done).not.toMatchObject({ ok: false });
    expect(await rowsOf()).toHaveLength(noted + 1);
  });
});
