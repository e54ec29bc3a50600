import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Suspense } from "react";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { auditLog, calls, clusters, credentials, drawItems, imports, users } from "@/db/schema";
import type { Role } from "@/lib/server/gate";
import { makeTestMember } from "@/lib/server/people/testing";
import { makeTestWorkspace, openTestDatabase } from "@/lib/server/testing";
import { getAuth } from "./auth/auth";
import { createDraw } from "./labelling/create-draw";
import { importTestCalls } from "./labelling/testing";
import { createInvitation } from "./people/create-invitation";
import { createApiKey } from "./settings/create-api-key";
import { snapshotOf } from "./testing-snapshot";

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
  palette: "viewer",
  "media/[digest]": "viewer",
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

/** The least role for each page, and for the frame around them. */
const PAGES: Record<string, Role> = {
  "(overview)/page.tsx": "viewer",
  "calls/[id]/layout.tsx": "viewer",
  "calls/[id]/page.tsx": "viewer",
  "calls/page.tsx": "viewer",
  "clusters/[cluster]/page.tsx": "viewer",
  "clusters/page.tsx": "viewer",
  "imports/[import]/page.tsx": "viewer",
  "imports/page.tsx": "viewer",
  "label/draw/page.tsx": "viewer",
  "label/mine/page.tsx": "viewer",
  "label/page.tsx": "viewer",
  "layout.tsx": "viewer",
  "routing/page.tsx": "viewer",
  "savings/kept/[number]/page.tsx": "viewer",
  "savings/page.tsx": "viewer",
  "settings/agents/page.tsx": "viewer",
  "settings/audit/page.tsx": "admin",
  "settings/codebook/page.tsx": "viewer",
  "settings/frontier/page.tsx": "viewer",
  "settings/page.tsx": "viewer",
  "settings/people/page.tsx": "viewer",
  "settings/prices/page.tsx": "viewer",
  "settings/redaction/page.tsx": "viewer",
  "traces/[id]/layout.tsx": "viewer",
  "traces/[id]/page.tsx": "viewer",
  "traces/page.tsx": "viewer",
};

/** What lies outside the workspaces (the API is tried in api-scopes), and whom it is for. */
const OUTSIDE: Record<string, "signed in" | `open: ${string}`> = {
  "(auth)/invitation/[secret]/actions.ts joinAction": "open: its secret is the key",
  "(auth)/invitation/[secret]/actions.ts joinAsNewPersonAction": "open: its secret is the key",
  "(auth)/invitation/[secret]/page.tsx": "open: its secret is the key",
  "(auth)/layout.tsx": "open: draws a column",
  "(auth)/setup/actions.ts setUpAction": "open: its token is the key",
  "(auth)/setup/page.tsx": "open: its token is the key",
  "(auth)/sign-in/page.tsx": "open: the way in",
  "layout.tsx": "open: draws the document",
  "page.tsx": "signed in",
  "schemas/routes.v1.json/route.ts": "open: a constant",
  "workspaces/new/actions.ts createWorkspaceAction": "signed in",
  "workspaces/new/actions.ts openSampleAction": "signed in",
  "workspaces/new/page.tsx": "signed in",
};

const ROLES = ["viewer", "reviewer", "admin", "owner"] as const satisfies Role[];
const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
const NO_MEMBER = "There is no such workspace, or you are not in it.";
const SIGNED_OUT = "You are signed out. Sign in again.";
const folder = fileURLToPath(new URL("../../app/w/[workspace]/", import.meta.url));
const filesOf = (of: string) =>
  readdirSync(of, { recursive: true, encoding: "utf8" }).map((path) => path.replaceAll("\\", "/"));
const files = filesOf(folder);
/** Whatever Next answers a request by. */
const ANSWERS =
  /(?:^|\/)(?:route|page|layout|template|default|sitemap|robots|manifest|icon|apple-icon|opengraph-image|twitter-image)\.[jt]sx?$/;
const isRoute = (path: string): boolean => /(?:^|\/)route\.[jt]sx?$/.test(path);

type Exported = Record<string, (...given: unknown[]) => Promise<unknown>>;
const open = (path: string): Promise<Exported> =>
  import(/* @vite-ignore */ pathToFileURL(join(folder, path)).href);

type Who = Role | "stranger" | "somebody";

/** What is asked for: by default something that is nowhere, in the workspace that is ours. */
type Asked = { slug?: string; id?: string; body?: string };

let test: Awaited<ReturnType<typeof openTestDatabase>>;
let home: Awaited<ReturnType<typeof makeTestWorkspace>>;
let other: Awaited<ReturnType<typeof makeTestWorkspace>>;
/** The sessions' cookies: of each role here, of the owner of another workspace, of a newcomer. */
const cookies = new Map<Who, string>();

beforeAll(async () => {
  test = await openTestDatabase();
  home = await makeTestWorkspace(test.db, "Home");
  other = await makeTestWorkspace(test.db, "Other");
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
async function ask(route: string, who: Who | null, site = "same-origin", asked: Asked = {}) {
  const handlers = await open(`${route}/route.ts`);
  const { slug = home.slug, id = randomUUID(), body = "{}" } = asked;
  be(who, { "sec-fetch-site": site });
  const answers = [];
  for (const method of METHODS.filter((name) => name in handlers)) {
    const request = new Request(`http://localhost/w/${slug}/${route}?name=x&draw=1`, {
      method,
      headers: browser.headers,
      ...(method === "GET" ? {} : { body }),
    });
    const answer = (await handlers[method]?.(request, { params: paramsOf(slug, id) })) as Response;
    answers.push({ method, status: answer.status, text: await answer.text() });
  }
  expect(answers.length).toBeGreaterThan(0);
  return answers;
}

/** Whatever a page calls what its address names. */
const paramsOf = (workspace: string, id: string) =>
  Promise.resolve({
    workspace,
    id,
    import: id,
    cluster: id,
    draw: id,
    secret: id,
    place: "0",
    number: "1",
  });

/** From now on requests come from the browser of this person. */
function be(who: Who | null, headers: Record<string, string> = {}): void {
  const cookie = who === null ? null : cookies.get(who);
  browser.headers = new Headers({ ...headers, ...(cookie ? { cookie } : {}) });
}

/** Runs a server action; all that it answers, as text. */
async function act(action: string, who: Who | null, asked: Asked = {}): Promise<string> {
  const [file = "", name = ""] = action.split(" ");
  const [, ...args] = ACTIONS[action] ?? [];
  const { slug = home.slug, id } = asked;
  const given = id === undefined ? args : args.map((arg) => withId(arg, id));
  be(who);
  return JSON.stringify(await (await open(file))[name]?.(slug, ...given));
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The same arguments, about something else. */
function withId(given: unknown, id: string): unknown {
  if (typeof given === "string") return UUID.test(given) ? id : given;
  if (typeof given !== "object" || given === null || given instanceof FormData) return given;
  return Object.fromEntries(Object.entries(given).map(([key, value]) => [key, withId(value, id)]));
}

type Made = {
  type: symbol | ((props: unknown) => Promise<Made>);
  props: { children?: Made; fallback?: unknown };
};

/** What a page hands to its screen, also where a list streams by itself. */
async function streamed(made: Made | undefined): Promise<Made | undefined> {
  const part = made?.type === Suspense ? made.props.children : undefined;
  return part && typeof part.type === "function" ? part.type(part.props) : made;
}

/** Renders a page's own part: what it hands to its screen, or where it sends the person. */
async function look(page: string, who: Who | null, asked: Asked = {}): Promise<string> {
  const { slug = home.slug, id = randomUUID() } = asked;
  const { default: render } = await open(page);
  be(who);
  try {
    const given = { params: paramsOf(slug, id), searchParams: Promise.resolve({}) };
    const made = await streamed((await render?.(given)) as Made | undefined);
    // a frame that only asks draws nothing of its own
    if (made === undefined) return "";
    expect(made.type.constructor.name, `${page} leaves loading to a part`).toBe("Function");
    return JSON.stringify(made);
  } catch (error) {
    const sent = error as { digest?: string };
    if (sent.digest?.startsWith("NEXT_")) return sent.digest;
    throw error;
  }
}

const below = (role: Role): Role[] => ROLES.slice(0, ROLES.indexOf(role));
const countDeeds = async () => (await test.db.select().from(auditLog)).length;
const writes = (exported: Exported) => METHODS.some((name) => name !== "GET" && name in exported);

describe("the addresses of the browser", () => {
  it("all stand in the table above", () => {
    const found = files.filter(isRoute);
    expect(found.map((path) => path.replace(/\/route\.[jt]sx?$/, "")).toSorted()).toEqual(
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
  /\.[jt]sx?$/.test(path) && /["']use server["']/.test(readFileSync(join(folder, path), "utf8"));

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

describe("the pages", () => {
  it("all stand in the table above", () => {
    const found = files.filter((path) => ANSWERS.test(path) && !isRoute(path));
    expect(found.toSorted()).toEqual(Object.keys(PAGES).toSorted());
  });

  it("load in one place: none makes a title of what it loads by itself", async () => {
    for (const page of Object.keys(PAGES)) {
      expect(Object.keys(await open(page)), page).not.toContain("generateMetadata");
    }
  });

  it.each(Object.entries(PAGES))(
    "%s is closed but to a member who is a %s",
    async (page, least) => {
      expect(await look(page, "stranger")).toContain("NEXT_HTTP_ERROR_FALLBACK;404");
      expect(await look(page, null)).toMatch(/NEXT_REDIRECT;.*;\/sign-in;/);
      for (const role of below(least)) {
        expect(await look(page, role)).toContain(`needs the role ${least}; yours is ${role}.`);
      }
      expect(await look(page, least)).not.toMatch(/NEXT_REDIRECT|needs the role/);
    },
  );
});

describe("what lies outside the workspaces", () => {
  const app = join(folder, "../../");

  it("stands in the table above", async () => {
    const inside = /^(?:w\/\[workspace\]|api)\//;
    const found = filesOf(app).filter((path) => !inside.test(path));
    const answering = found.filter((path) => ANSWERS.test(path) && !path.endsWith(".svg"));
    const actions = [];
    for (const path of found.filter((path) => isOfActions(join("../../", path)))) {
      const exported = await open(join("../../", path));
      actions.push(...Object.keys(exported).map((name) => `${path} ${name}`));
    }
    expect([...answering, ...actions].toSorted()).toEqual(Object.keys(OUTSIDE).toSorted());
  });

  const closed = Object.entries(OUTSIDE).filter(([, whom]) => whom === "signed in");
  it.each(closed)("%s sends who is signed out to sign in", async (what) => {
    const [file = "", name = "default"] = what.split(" ");
    be(null);
    const run = async () => (await open(join("../../", file)))[name]?.(null, new FormData());
    await expect(run()).rejects.toMatchObject({
      digest: expect.stringMatching(/NEXT_REDIRECT;.*;\/sign-in;/),
    });
  });

  it("makes no account and no member without the secret of a link", async () => {
    const before = await snapshotOf(test.db);
    be("stranger");
    const form = new FormData();
    form.set("token", "guessed");
    const joining = await open("../../(auth)/invitation/[secret]/actions.ts");
    const settingUp = await open("../../(auth)/setup/actions.ts");
    expect(await joining.joinAction?.("guessed", null)).toBe("There is no such invitation.");
    await joining.joinAsNewPersonAction?.("guessed", null, form);
    await settingUp.setUpAction?.(null, form);
    expect(await snapshotOf(test.db)).toEqual(before);
    expect((await test.db.select().from(users)).length).toBeGreaterThan(0);
  });
});

describe("the owner of another workspace", () => {
  /** What stands in our data and nowhere else. */
  const OURS = /t0 asks|t0 answers|look_up|test\.jsonl/;
  /** Ids of all sorts of things that are ours. */
  const ids: string[] = [];

  beforeAll(async () => {
    const owner = { ...home, role: "owner" as const };
    await importTestCalls(home, 1);
    const made = await createDraw(owner, { seed: "ours" });
    const key = await createApiKey(owner, { name: "ours" });
    const invitation = await createInvitation(owner, { role: "owner" });
    for (const one of [made, key, invitation]) ids.push(one.ok ? one.value.id : "");
    const [call] = await test.db.select().from(calls);
    const [cluster] = await test.db.select().from(clusters);
    const [item] = await test.db.select().from(drawItems);
    const [one] = await test.db.select().from(imports);
    const found = [call?.id, call?.traceId, cluster?.id, item?.id, one?.id, home.user.id];
    ids.push(...found.map((id) => id ?? ""), home.workspaceId);
    expect(ids.every((id) => UUID.test(id))).toBe(true);
  });

  it("finds our words where we look, so that finding none elsewhere says something", async () => {
    const texts = await Promise.all(ids.map((id) => look("calls/[id]/page.tsx", "owner", { id })));
    expect(texts.some((text) => OURS.test(text))).toBe(true);
  });

  it.each(Object.keys(PAGES))("reads nothing of ours on %s of their own", async (page) => {
    for (const id of ids) {
      expect(await look(page, "stranger", { slug: other.slug, id })).not.toMatch(OURS);
    }
  });

  it.each(Object.keys(ROUTES))(
    "reads and writes nothing of ours by their own %s",
    async (route) => {
      const before = await snapshotOf(test.db, home.workspaceId);
      for (const id of ids) {
        const label = {
          id: randomUUID(),
          itemId: id,
          callId: id,
          verdict: "viable",
          retracted: false,
        };
        const rest = { reasons: [], note: null, supersedes: null, decisionMs: null };
        const body = JSON.stringify([{ ...label, ...rest }]);
        const asked = { slug: other.slug, id, body };
        for (const { text } of await ask(route, "stranger", "same-origin", asked)) {
          expect(text).not.toMatch(OURS);
        }
      }
      expect(await snapshotOf(test.db, home.workspaceId)).toEqual(before);
    },
  );

  it.each(Object.keys(ACTIONS))("changes nothing of ours by their own %s", async (action) => {
    const before = await snapshotOf(test.db, home.workspaceId);
    for (const id of ids) {
      expect(await act(action, "stranger", { slug: other.slug, id })).not.toMatch(OURS);
    }
    expect(await snapshotOf(test.db, home.workspaceId)).toEqual(before);
  });
});
