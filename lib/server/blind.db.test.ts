import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { auditLog, calls, credentials, drawItems, kinds, members, users } from "@/db/schema";
import type { Role } from "@/lib/server/gate";
import { importLabels } from "@/lib/server/labelling/import-labels";
import type { LabelRow } from "@/lib/labelling/label-row";
import { createDraw } from "@/lib/server/labelling/create-draw";
import { submitLabels } from "@/lib/server/labelling/submit-labels";
import { takeItems } from "@/lib/server/labelling/take-items";
import { importTestCalls, testLabel } from "@/lib/server/labelling/testing";
import { makeTestWorkspace, openTestDatabase } from "@/lib/server/testing";
import { getAuth } from "./auth/auth";

/** The headers of the request that the browser sends just now; Next knows them only inside itself. */
const browser = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("next/headers", () => ({ headers: async () => browser.headers }));

/** What tells how far people are, and so changes when somebody labels; never what they said. */
const COUNTS = new Set([
  "calls/[id]/page.tsx",
  "label/draw/page.tsx",
  "settings/codebook/page.tsx",
  "settings/people/page.tsx",
]);

const SECRET = "zebra crossing";
const TELLS = [/zebra/i, /"verdict":"no_model_needed"/];

const folder = fileURLToPath(new URL("../../app/w/[workspace]/", import.meta.url));
const places = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => /(^|\/)(page\.tsx|route\.ts)$/.test(path))
  .toSorted();

type Exported = Record<string, (...given: unknown[]) => Promise<unknown>>;
type Person = { user: { id: string; name: string; email: string }; role: Role; cookie: string };

let test: Awaited<ReturnType<typeof openTestDatabase>>;
let home: Awaited<ReturnType<typeof makeTestWorkspace>>;
let drawId: string;
const people = new Map<string, Person>();
/** The ids that addresses are filled with. */
const ids: Record<string, string> = {};
/** Each place as Ann saw it before anybody else labelled. */
const before = new Map<string, string>();

const person = (name: string) => {
  const found = people.get(name);
  if (!found) throw new Error(`nobody is called ${name}`);
  const { user, role } = found;
  return { workspaceId: home.workspaceId, user, role, actor: user.id };
};

beforeAll(async () => {
  test = await openTestDatabase();
  home = await makeTestWorkspace(test.db, "Home");
  await importTestCalls(home, 6);
  const plan = { seed: "1", maxPerTrace: null, perCluster: 3, slotsPerItem: 2 };
  const made = await createDraw({ ...home, role: "owner" }, plan);
  if (!made.ok) throw new Error(made.message);
  drawId = made.value.id;
  for (const [name, role] of [
    ["Ann", "reviewer"],
    ["Bob", "reviewer"],
    ["Vic", "viewer"],
    ["Oda", "owner"],
  ] as const) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other is quick enough
    await enroll(name, role);
  }
  const [item] = await test.db.select().from(drawItems).where(eq(drawItems.drawId, drawId));
  const [call] = await test.db
    .select({
      id: calls.id,
      traceId: calls.traceId,
      importId: calls.importId,
      cluster: kinds.clusterId,
    })
    .from(calls)
    .innerJoin(kinds, eq(kinds.id, calls.kindId))
    .where(eq(calls.id, item?.callId ?? ""));
  Object.assign(ids, {
    "calls/": call?.id,
    "traces/": call?.traceId,
    "imports/": call?.importId,
    "clusters/": call?.cluster,
  });
});
afterAll(() => test?.close());

async function enroll(name: string, role: Role): Promise<void> {
  const user = { id: randomUUID(), name, email: `${name.toLowerCase()}@example.org` };
  await test.db.insert(users).values(user);
  await test.db.insert(members).values({ workspaceId: home.workspaceId, userId: user.id, role });
  const word = "correct horse battery";
  const password = await (await getAuth().$context).password.hash(word);
  const account = { id: randomUUID(), userId: user.id, accountId: user.id };
  await test.db.insert(credentials).values({ ...account, providerId: "credential", password });
  const answer = await getAuth().api.signInEmail({
    body: { email: user.email, password: word },
    headers: new Headers(),
    asResponse: true,
  });
  const cookie = answer.headers.getSetCookie().map((one) => one.split(";")[0]);
  people.set(name, { user, role, cookie: cookie.join("; ") });
}

/** All that a place gives a person: the data of a page, or the body of an answer. */
async function see(place: string, name: string): Promise<string> {
  browser.headers = new Headers({
    "sec-fetch-site": "same-origin",
    cookie: people.get(name)?.cookie ?? "",
  });
  const id = Object.entries(ids).find(([start]) => place.startsWith(start))?.[1] ?? "1";
  const named = { workspace: home.slug, id, import: id, cluster: id, draw: "1", number: "1" };
  const params = Promise.resolve({ ...named, place: "0" });
  const exported: Exported = await import(
    /* @vite-ignore */ pathToFileURL(join(folder, place)).href
  );
  if (place.endsWith("page.tsx")) {
    try {
      const page = await exported["default"]?.({ params, searchParams: Promise.resolve({}) });
      return told((page as { props: unknown }).props);
    } catch (error) {
      return `refused: ${error instanceof Error ? error.message : "unknown"}`;
    }
  }
  if (!("GET" in exported)) return "writes only";
  const url = `http://localhost/w/${home.slug}/${place.replace(/\/route\.ts$/, "")}`;
  const answer = await exported["GET"]?.(new Request(url, { headers: browser.headers }), {
    params,
  });
  return `${(answer as Response).status} ${await (answer as Response).text()}`;
}

/** Data as text, without what names one answer of the server. */
const told = (data: unknown): string =>
  JSON.stringify(data)?.replaceAll(/"token":"[^"]*"/g, '"token":""') ?? "";

const itemsOf = async (name: string) => {
  const asked = { drawId, order: "random" as const, known: [], want: 40 };
  return (await takeItems(person(name), asked)).queue.map(({ item }) => item.itemId);
};

/** Labels all that may come to a person; how many labels were saved. */
async function labelAll(name: string, said: Partial<LabelRow> = {}): Promise<number> {
  const rows = (await itemsOf(name)).map((id) => testLabel(id, said));
  const answer = await submitLabels(person(name), rows);
  return answer.ok ? answer.value.filter(({ status }) => status === "saved").length : 0;
}

describe("while items may still come to a reviewer", () => {
  beforeAll(async () => {
    await itemsOf("Ann");
    for (const place of places) {
      // oxlint-disable-next-line no-await-in-loop -- each is asked as the same person
      before.set(place, await see(place, "Ann"));
    }
    const said = { verdict: "no_model_needed" as const, note: SECRET, alike: true };
    expect(await labelAll("Bob", said)).toBe(6);
    const line = {
      call_id: ids["calls/"],
      reviewer: "Zed",
      verdict: "no_model_needed",
      note: SECRET,
    };
    await importLabels({ workspaceId: home.workspaceId, actor: "key:1" }, JSON.stringify(line));
  });

  it("finds the pages and addresses of a workspace", () => {
    expect(places.length).toBeGreaterThan(30);
    const refused = places.filter((place) => before.get(place)?.startsWith("refused"));
    // what has nothing to show, and what is for admins, is refused by Next's own means
    expect(refused.length).toBeLessThan(places.length / 4);
    expect(before.get("(overview)/page.tsx")).toContain('"labels"');
  });

  it.each(places)("%s tells them nothing of what others said", async (place) => {
    const after = await see(place, "Ann");
    for (const tell of TELLS) expect(after).not.toMatch(tell);
    if (!COUNTS.has(place)) expect(after).toBe(before.get(place));
  });

  it("the queue tells them nothing either, and the log has no word of it", async () => {
    const asked = { drawId, order: "random" as const, known: [], want: 40 };
    const queue = JSON.stringify(await takeItems(person("Ann"), asked));
    for (const tell of TELLS) expect(queue).not.toMatch(tell);
    const log = JSON.stringify(await test.db.select().from(auditLog));
    for (const tell of TELLS) expect(log).not.toMatch(tell);
  });

  it("an owner sees all, and is told so; a viewer sees shares and no single label", async () => {
    expect(await see("calls/[id]/page.tsx", "Oda")).toMatch(/zebra.*"early":true/);
    expect(await see("overview.json/route.ts", "Oda")).toMatch(/"no_model_needed":[1-9]/);
    expect(await see("overview.json/route.ts", "Vic")).toMatch(/"no_model_needed":[1-9]/);
    expect(await see("calls/[id]/page.tsx", "Vic")).not.toMatch(/zebra/);
  });
});

describe("when nothing is left", () => {
  it("shows a reviewer what others said, and the shares of all", async () => {
    expect(await labelAll("Ann")).toBe(6);
    expect(await see("calls/[id]/page.tsx", "Ann")).toMatch(/zebra/);
    expect(await see("calls/[id]/page.tsx", "Vic")).toMatch(/zebra/);
    expect(await see("overview.json/route.ts", "Ann")).not.toBe(
      before.get("overview.json/route.ts"),
    );
    expect(await see("routing/routes.yaml/route.ts", "Ann")).toMatch(/^200 /);
  });
});
