import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { auditLog, credentials } from "@/db/schema";
import type { Role } from "@/lib/server/gate";
import { makeTestMember } from "@/lib/server/people/testing";
import { makeTestWorkspace, openTestDatabase } from "@/lib/server/testing";
import { getAuth } from "./auth/auth";

/** The headers of the request that the browser sends just now; Next knows them only inside itself. */
const browser = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("next/headers", () => ({ headers: async () => browser.headers }));
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));

/** The least role for each address of the browser in a workspace. */
const ROUTES: Record<string, Role> = {
  "audit.csv": "admin",
  "audit.json": "admin",
  "calls.csv": "viewer",
  "calls.json": "viewer",
  "calls/[id]/messages/[place]": "viewer",
  "imports/[import]/progress": "viewer",
  "imports/[import]/rejected": "viewer",
  "imports/newest": "viewer",
  "imports/upload": "admin",
  "label/draw/[draw]/check": "viewer",
  "label/draw/[draw]/record.json": "viewer",
  "label/labels": "reviewer",
  "label/queue": "reviewer",
  "label/release": "reviewer",
  "label/skip": "reviewer",
  "overview.csv": "viewer",
  "overview.json": "viewer",
  "routing/routes.yaml": "viewer",
  "savings.csv": "viewer",
  "savings.json": "viewer",
  scope: "viewer",
  "traces.csv": "viewer",
  "traces.json": "viewer",
};

/**
 * The least role for each server action, and what it is given behind the workspace. Next itself
 * refuses a foreign origin for these.
 */
const ACTIONS: Record<string, [Role, ...unknown[]]> = {
  "_deletion/actions.ts countDeletionAction": ["admin", null],
  "_deletion/actions.ts deleteWorkspaceAction": ["owner", "not its name"],
  "_deletion/actions.ts saveRetentionAction": ["admin", null, new FormData()],
  "_deletion/actions.ts startDeletionAction": ["admin", { what: "trace", subject: randomUUID() }],
  "_scope/actions.ts saveScopeAction": ["admin", {}],
  "imports/actions.ts makeIngestKeyAction": ["admin", null, new FormData()],
  "imports/actions.ts removeMappingAction": ["admin", randomUUID()],
  "imports/actions.ts saveMappingAction": ["admin", {}],
  "label/draw/actions.ts drawCallsAction": ["admin", {}],
  "settings/agents/actions.ts saveHumanFacingAction": ["admin", {}],
  "savings/actions.ts keepProjectionAction": ["reviewer", {}],
  "savings/actions.ts saveAssumptionsAction": ["admin", "?cache=nowhere"],
  "settings/prices/actions.ts addPriceAction": ["admin", null, new FormData()],
  "settings/prices/actions.ts retirePriceAction": ["admin", randomUUID()],
  "label/draw/actions.ts extendDrawAction": ["admin", {}],
  "label/draw/actions.ts moveDrawAction": ["admin", 1],
  "settings/actions.ts changeSettingsAction": ["admin", null, new FormData()],
  "settings/actions.ts createApiKeyAction": ["admin", null, new FormData()],
  "settings/actions.ts revokeApiKeyAction": ["admin", randomUUID()],
  "settings/codebook/actions.ts saveCodebookAction": ["admin", {}],
  "settings/frontier/actions.ts saveFrontierAction": ["admin", "not a list"],
  "settings/people/actions.ts changeRoleAction": ["admin", randomUUID(), "viewer"],
  "settings/people/actions.ts createInvitationAction": ["admin", null, new FormData()],
  "settings/people/actions.ts endInvitationAction": ["admin", randomUUID()],
  "settings/people/actions.ts leaveWorkspaceAction": ["viewer"],
  "settings/people/actions.ts removeMemberAction": ["admin", randomUUID()],
  "settings/people/actions.ts renameRaterAction": ["admin", randomUUID(), "a name"],
  "settings/redaction/actions.ts saveRedactionAction": ["admin", {}],
};

const ROLES = ["viewer", "reviewer", "admin", "owner"] as const satisfies Role[];
const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
const NO_MEMBER = "There is no such workspace, or you are not in it.";
const SIGNED_OUT = "You are signed out. Sign in again.";
const folder = fileURLToPath(new URL("../../app/w/[workspace]/", import.meta.url));
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) =>
  path.replaceAll("\\", "/"),
);

type Exported = Record<string, (...given: unknown[]) => Promise<unknown>>;
const open = (path: string): Promise<Exported> =>
  import(/* @vite-ignore */ pathToFileURL(join(folder, path)).href);

type Who = Role | "stranger" | "somebody";

let test: Awaited<ReturnType<typeof openTestDatabase>>;
let home: Awaited<ReturnType<typeof makeTestWorkspace>>;
/** The sessions' cookies: of each role here, of the owner of another workspace, of a newcomer. */
const cookies = new Map<Who, string>();

beforeAll(async () => {
  test = await openTestDatabase();
  home = await makeTestWorkspace(test.db, "Home");
  const other = await makeTestWorkspace(test.db, "Other");
  cookies.set("owner", await signIn(home.user));
  cookies.set("stranger", await signIn(other.user));
  for (const role of ["viewer", "reviewer", "admin"] as const) cookies.set(role, await bring(role));
});
afterAll(() => test?.close());

/** Brings a new member in and signs them in. */
async function bring(role: Role): Promise<string> {
  const { user } = await makeTestMember(test.db, home.workspaceId, role);
  return signIn(user);
}

/** Signs in for real; the cookie of the session. */
async function signIn({ id, email }: { id: string; email: string }): Promise<string> {
  const word = "correct horse battery";
  const password = await (await getAuth().$context).password.hash(word);
  const account = { id: randomUUID(), userId: id, accountId: id, providerId: "credential" };
  await test.db.insert(credentials).values({ ...account, password });
  const body = { email, password: word };
  const answer = await getAuth().api.signInEmail({
    body,
    headers: new Headers(),
    asResponse: true,
  });
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

/** Asks an address by each of its methods, as the browser of this person does. */
async function ask(route: string, who: Who | null, site = "same-origin") {
  const handlers = await open(`${route}/route.ts`);
  const id = randomUUID();
  const params = Promise.resolve({ workspace: home.slug, id, import: id, place: "0" });
  const cookie = who === null ? null : cookies.get(who);
  browser.headers = new Headers({ "sec-fetch-site": site, ...(cookie ? { cookie } : {}) });
  const answers = [];
  for (const method of METHODS.filter((name) => name in handlers)) {
    const request = new Request(`http://localhost/w/${home.slug}/${route}?name=x&draw=1`, {
      method,
      headers: browser.headers,
      ...(method === "GET" ? {} : { body: "{}" }),
    });
    const answer = (await handlers[method]?.(request, { params })) as Response;
    answers.push({ method, status: answer.status, text: await answer.text() });
  }
  expect(answers.length).toBeGreaterThan(0);
  return answers;
}

/** Runs a server action; all that it answers, as text. */
async function act(action: string, who: Who | null): Promise<string> {
  const [file = "", name = ""] = action.split(" ");
  const [, ...given] = ACTIONS[action] ?? [];
  const cookie = who === null ? null : cookies.get(who);
  browser.headers = new Headers(cookie ? { cookie } : {});
  return JSON.stringify(await (await open(file))[name]?.(home.slug, ...given));
}

const below = (role: Role): Role[] => ROLES.slice(0, ROLES.indexOf(role));
const countDeeds = async () => (await test.db.select().from(auditLog)).length;
const writes = (exported: Exported) => METHODS.some((name) => name !== "GET" && name in exported);

describe("the addresses of the browser", () => {
  it("all stand in the table above", () => {
    const found = files.filter((path) => path.endsWith("/route.ts"));
    expect(found.map((path) => path.replace(/\/route\.ts$/, "")).toSorted()).toEqual(
      Object.keys(ROUTES).toSorted(),
    );
  });

  it.each(Object.entries(ROUTES))(
    "%s is closed but to a member who is a %s",
    async (route, least) => {
      const deeds = await countDeeds();
      for (const { status, text } of await ask(route, "stranger")) {
        expect(status).toBe(404);
        expect(text).toContain(NO_MEMBER);
      }
      for (const { status, text } of await ask(route, null)) {
        expect(status).toBe(401);
        expect(text).toContain(SIGNED_OUT);
      }
      for (const role of below(least)) {
        for (const { status, text } of await ask(route, role)) {
          expect(status).toBe(403);
          expect(text).toContain(`This needs the role ${least}; yours is ${role}.`);
        }
      }
      expect(await countDeeds()).toBe(deeds);
      for (const { status, text } of await ask(route, least)) {
        expect([200, 404, 422]).toContain(status);
        expect(text).not.toContain(NO_MEMBER);
      }
    },
  );

  it("let no viewer write, and no other site", async () => {
    const writing = [];
    for (const [route, least] of Object.entries(ROUTES)) {
      if (!writes(await open(`${route}/route.ts`))) continue;
      writing.push(route);
      expect(least).not.toBe("viewer");
      for (const site of ["cross-site", "same-site"]) {
        for (const { method, status, text } of await ask(route, "owner", site)) {
          if (method === "GET") continue;
          expect(status).toBe(403);
          expect(text).toContain("This request came from another site.");
        }
      }
    }
    expect(writing).toEqual([
      "imports/upload",
      "label/labels",
      "label/queue",
      "label/release",
      "label/skip",
    ]);
  });
});

const isOfActions = (path: string): boolean =>
  /\.tsx?$/.test(path) && readFileSync(join(folder, path), "utf8").includes('"use server"');

describe("the server actions", () => {
  it("all stand in the table above, and a viewer may only leave", async () => {
    const found = [];
    for (const path of files.filter(isOfActions)) {
      const names = Object.entries(await open(path)).filter(([, one]) => typeof one === "function");
      found.push(...names.map(([name]) => `${path} ${name}`));
    }
    expect(found.toSorted()).toEqual(Object.keys(ACTIONS).toSorted());
    const forViewers = Object.entries(ACTIONS).filter(([, [least]]) => least === "viewer");
    expect(forViewers.map(([name]) => name)).toEqual([
      "settings/people/actions.ts leaveWorkspaceAction",
    ]);
  });

  it.each(Object.entries(ACTIONS))("%s is closed but to its role", async (action, [least]) => {
    const deeds = await countDeeds();
    expect(await act(action, "stranger")).toContain(NO_MEMBER);
    expect(await act(action, null)).toContain(SIGNED_OUT);
    for (const role of below(least)) {
      expect(await act(action, role)).toContain(`This needs the role ${least}; yours is ${role}.`);
    }
    expect(await countDeeds()).toBe(deeds);
    // somebody of their own, for who leaves is a member no more
    cookies.set("somebody", await bring(least));
    expect(await act(action, "somebody")).not.toMatch(
      /signed out|no such workspace|needs the role/,
    );
  });
});
