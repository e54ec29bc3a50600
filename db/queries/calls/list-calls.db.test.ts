import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { calls, clusters, imports, kinds, totalDeltas, totals, workspaces } from "@/db/schema";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import {
  CALL_SORTS,
  type CallFilter,
  parseCallQuery,
  writeCallCursor,
} from "@/lib/calls/call-query";
import type { WorkspaceId } from "@/lib/ids";
import { pageSegments } from "@/lib/paging/keyset";
import { seededRandom } from "@/lib/statistics/random";
import { callConditions } from "./call-conditions";
import { countCalls } from "./count-calls";
import { countKeptCalls } from "./count-kept-calls";
import { listCalls, selectSegment } from "./list-calls";

const ANY: CallFilter = {
  q: null,
  cluster: null,
  step: null,
  agent: null,
  model: null,
  trace: null,
  import: null,
  flag: null,
  alike: null,
};

let database: TestDatabase;
const small = randomUUID() as WorkspaceId;
const large = randomUUID() as WorkspaceId;

beforeAll(async () => {
  database = await createTestDatabase();
  await fill(small, 300);
  await fill(large, 5_000);
  await database.db.execute(sql`ANALYZE`);
});
afterAll(() => database.close());

/** Calls with many ties and many unknowns in every sort column. */
async function fill(workspaceId: WorkspaceId, size: number) {
  const { db } = database;
  const importId = randomUUID();
  await db.insert(workspaces).values({ id: workspaceId, slug: workspaceId, name: "w" });
  await db.insert(imports).values({
    workspaceId,
    id: importId,
    name: "file",
    source: "upload",
    state: "done",
    createdBy: "test",
  });
  const clusterId = randomUUID();
  await db.insert(clusters).values({ workspaceId, id: clusterId, name: "classify" });
  const kindIds = Array.from({ length: 5 }, () => randomUUID());
  await db.insert(kinds).values(
    kindIds.map((id, index) => ({
      workspaceId,
      id,
      routeKey: `step_${index}`,
      routeKeySource: "step_type" as const,
      act: "answer: text",
      agent: index === 0 ? "planner" : "worker",
      clusterId,
    })),
  );
  const random = seededRandom("calls");
  const some = <T>(make: () => T): T | null => (random() < 0.25 ? null : make());
  const whole = (most: number) => Math.floor(random() * most);
  const rows = Array.from({ length: size }, (_, ordinal) => ({
    workspaceId,
    id: randomUUID(),
    importId,
    ordinal,
    kindId: kindIds[whole(5)] ?? "",
    model: random() < 0.5 ? "small" : null,
    requestModel: "large",
    sourceSpanId: `span-${ordinal}`,
    preview: ordinal === 17 ? "refund 100%_of it" : "hello",
    inputTokens: some(() => whole(40)),
    outputTokens: 1,
    costUsd: some(() => whole(20) / 7),
    latencyMs: some(() => whole(20) / 3),
    startedAt: some(() => new Date(Date.UTC(2026, 0, 1 + whole(30))).toISOString()),
    contentId: randomUUID(),
    parserVersion: 1,
    errored: ordinal % 10 === 0,
    withoutText: false,
    withoutGroundTruth: true,
  }));
  for (let from = 0; from < rows.length; from += 1000) {
    await db.insert(calls).values(rows.slice(from, from + 1000));
  }
}

async function read(params: Record<string, unknown>, workspaceId = small) {
  const query = parseCallQuery(params);
  if (!query.ok) throw new Error(query.message);
  const { db } = database;
  const condition = await callConditions(db, workspaceId, query.value.filter);
  const page = await listCalls(db, condition, query.value);
  return {
    rows: page.rows,
    next: writeCallCursor(page.next, query.value),
    previous: writeCallCursor(page.previous, query.value),
  };
}

describe("listCalls", () => {
  const ways = CALL_SORTS.flatMap((sort) =>
    (["asc", "desc"] as const).map((dir) => ({ sort, dir })),
  );

  it.each(ways)("visits every call once by $sort, $dir, and finds the way back", async (way) => {
    const pages: string[][] = [];
    let cursor: string | null = null;
    do {
      const page = await read({ ...way, limit: 37, cursor });
      pages.push(page.rows.map((row) => row.id));
      cursor = page.next;
    } while (cursor !== null);
    expect(pages.flat()).toHaveLength(300);
    expect(new Set(pages.flat()).size).toBe(300);

    const back: string[][] = [];
    let page = await read({ ...way, limit: 37, cursor: await lastPage(way) });
    back.unshift(page.rows.map((row) => row.id));
    while (page.previous !== null) {
      page = await read({ ...way, limit: 37, cursor: page.previous });
      back.unshift(page.rows.map((row) => row.id));
    }
    expect(back).toEqual(pages);
  });

  async function lastPage(way: object) {
    let cursor: string | null = null;
    for (;;) {
      const page: Awaited<ReturnType<typeof read>> = await read({ ...way, limit: 37, cursor });
      if (page.next === null) return cursor;
      cursor = page.next;
    }
  }

  it.each(ways)("sorts by $sort, $dir, unknown values last", async ({ sort, dir }) => {
    const { rows } = await read({ sort, dir, limit: 300 });
    const values = rows.map((row) =>
      sort === "time"
        ? row.startedAt && Date.parse(row.startedAt)
        : { cost: row.costUsd, tokens: row.totalTokens, latency: row.latencyMs }[sort],
    );
    const known = values.filter((value) => value !== null);
    expect(known).toHaveLength(values.findIndex((value) => value === null));
    const sorted = known.toSorted((a, b) => (dir === "asc" ? 1 : -1) * (Number(a) - Number(b)));
    expect(known).toEqual(sorted);
  });

  it("never shows a call of another workspace", async () => {
    const { rows } = await read({ limit: 1000 });
    expect(new Set(rows.map((row) => row.workspaceId))).toEqual(new Set([small]));
    const condition = await callConditions(database.db, small, ANY);
    expect(await countCalls(database.db, condition)).toBe(300);
  });

  it.each([
    ["a flag", { flag: "errored" }, (row: CallOf) => row.errored],
    [
      "the model that answered, else the one asked for",
      { model: "large" },
      (row: CallOf) => row.model === null,
    ],
    ["words with wildcards in them", { q: "100%_of" }, (row: CallOf) => row.ordinal === 17],
    ["a part of an id", { q: "span-299" }, (row: CallOf) => row.ordinal === 299],
    ["words that nothing holds", { q: "nothing like it" }, () => false],
  ] as const)("filters by %s", async (_, params, holds) => {
    const all = await read({ limit: 1000 });
    const { rows } = await read({ ...params, limit: 1000 });
    const ids = (list: CallOf[]) => list.map((row) => row.id);
    expect(ids(rows)).toEqual(ids(all.rows.filter(holds)));
  });

  it("finds a pasted id by its index alone", async () => {
    const [row] = (await read({})).rows;
    const condition = await callConditions(database.db, small, { ...ANY, q: row?.id ?? "" });
    expect((await read({ q: row?.id })).rows.map((found) => found.id)).toEqual([row?.id]);
    expect(await countCalls(database.db, condition)).toBe(1);
  });

  it("counts from the totals what they know, and nothing else", async () => {
    const { db } = database;
    const [kind] = await db.select().from(kinds).where(eq(kinds.workspaceId, small));
    const bucket = {
      workspaceId: small,
      kindId: kind?.id ?? "",
      day: "2026-01-01",
      provider: "",
      model: "large",
      tier: 0,
      costSource: "unknown" as const,
    };
    await db.insert(totals).values({ ...bucket, calls: 5, errored: 2 });
    await db.insert(totalDeltas).values({ ...bucket, calls: -1, errored: 0 });
    const kept = (given: Partial<CallFilter>, kindIds: string[] | null = null) =>
      countKeptCalls(db, small, { ...ANY, ...given }, kindIds);
    expect(await kept({})).toBe(4);
    expect(await kept({ flag: "errored" })).toBe(2);
    expect(await kept({ model: "large" }, [bucket.kindId])).toBe(4);
    expect(await kept({ model: "small" })).toBe(0);
    expect(await kept({ step: "none" }, [])).toBe(0);
    expect(await kept({ q: "x" })).toBeNull();
    expect(await kept({ flag: "without_text" })).toBeNull();
    expect(await countKeptCalls(db, large, ANY, null)).toBe(0);
  });

  it("filters by what kinds say, and by a search for it", async () => {
    const planned = await read({ agent: "planner", limit: 1000 });
    const step = await read({ step: "step_0", limit: 1000 });
    const searched = await read({ q: "PLANNER", limit: 1000 });
    expect(planned.rows.length).toBeGreaterThan(20);
    expect(step.rows).toEqual(planned.rows);
    expect(searched.rows).toEqual(planned.rows);
    expect((await read({ cluster: "classify", limit: 1000 })).rows).toHaveLength(300);
    expect((await read({ cluster: "another" })).rows).toEqual([]);
  });
});

type CallOf = Awaited<ReturnType<typeof read>>["rows"][number];

describe("the plan of a list of calls", () => {
  const middle = {
    time: "2026-01-15 00:00:00+00",
    cost: 10 / 7,
    tokens: 20,
    latency: 10 / 3,
  } as const;

  it.each(CALL_SORTS)("by %s walks its index and reads no bodies", async (sort) => {
    const condition = await callConditions(database.db, large, ANY);
    const id = "80000000-0000-4000-8000-000000000000";
    const walks = (["asc", "desc"] as const).flatMap((direction) => [
      { direction, cursor: null },
      { direction, cursor: { value: middle[sort], id, before: false } },
      { direction, cursor: { value: middle[sort], id, before: true } },
      { direction, cursor: { value: null, id, before: false } },
      { direction, cursor: { value: null, id, before: true } },
    ]);
    for (const segment of walks.flatMap(pageSegments)) {
      const statement = selectSegment(database.db, condition, sort, segment, 51).getSQL();
      const rows = await database.db.execute<{ "QUERY PLAN": string }>(sql`EXPLAIN ${statement}`);
      const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
      expect(plan, JSON.stringify(segment)).toMatch(new RegExp(`(?:using|on) calls_by_${sort}`));
      // a few rows that tie may be sorted by id after the index has found them
      const never = segment.column === "equal" ? /Seq Scan|nodes/ : /Seq Scan|nodes|Sort/;
      expect(plan, JSON.stringify(segment)).not.toMatch(never);
    }
  });
});
