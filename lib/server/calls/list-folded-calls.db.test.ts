import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { callConditions } from "@/db/queries/calls/call-conditions";
import { calls, clusters, imports, kinds } from "@/db/schema";
import { MOST_LOOKED_AT } from "@/lib/calls/alike";
import { CALL_SORTS, type CallQuery, parseCallQuery } from "@/lib/calls/call-query";
import { FOLDED_CALL_COLUMNS, FoldedCallRow } from "@/lib/calls/call-row";
import type { WorkspaceId } from "@/lib/ids";
import type { Cursor, Page } from "@/lib/paging/keyset";
import { makeTestWorkspace, openTestDatabase } from "@/lib/server/testing";
import { seededRandom } from "@/lib/statistics/random";
import { listFoldedCalls } from "./list-folded-calls";
import { listKnownCalls } from "./list-known-calls";
import { answerCalls, streamCalls } from "./stream-calls";
import type { KnownCall } from "./to-call-row";

let test: Awaited<ReturnType<typeof openTestDatabase>>;
let home: Awaited<ReturnType<typeof makeTestWorkspace>>;

const CALLS = 400;
/** One group of some 130 calls, ten of some 20, and many of one or two. */
const groupOf = (share: number, n: number) =>
  share < 0.33 ? "big" : share < 0.8 ? `mid ${n % 10}` : `small ${n % 60}`;

type NewCall = Omit<typeof calls.$inferInsert, "workspaceId" | "importId" | "kindId">;

/** Calls of one import and one kind. */
async function writeCalls(workspaceId: WorkspaceId, rows: readonly NewCall[]) {
  const [importId, clusterId, kindId] = [randomUUID(), randomUUID(), randomUUID()];
  await test.db.insert(imports).values({
    workspaceId,
    id: importId,
    name: "file",
    source: "upload",
    state: "done",
    createdBy: "test",
  });
  await test.db.insert(clusters).values({ workspaceId, id: clusterId, name: "classify" });
  await test.db.insert(kinds).values({
    workspaceId,
    id: kindId,
    routeKey: "classify",
    routeKeySource: "step_type",
    act: "answer: text",
    clusterId,
  });
  if (rows.length === 0) return;
  await test.db
    .insert(calls)
    .values(rows.map((row) => ({ ...row, workspaceId, importId, kindId })));
}

/** Calls with many ties and many unknowns in every sort column, and groups of all sizes. */
function someCalls(): NewCall[] {
  const random = seededRandom("folded");
  const some = <T>(make: () => T): T | null => (random() < 0.2 ? null : make());
  const whole = (most: number) => Math.floor(random() * most);
  const fingerprints = new Map<string, string>();
  const fingerprintOf = (group: string) => {
    const known = fingerprints.get(group) ?? randomUUID();
    fingerprints.set(group, known);
    return known;
  };
  return Array.from({ length: CALLS }, (_, ordinal) => ({
    id: randomUUID(),
    ordinal,
    inputTokens: some(() => whole(30)),
    outputTokens: 1,
    costUsd: some(() => whole(20) / 8),
    statedCostUsd: some(() => whole(20) / 8),
    latencyMs: some(() => whole(20)),
    startedAt: some(() => new Date(Date.UTC(2026, 0, 1 + whole(30))).toISOString()),
    fingerprint: ordinal % 20 === 0 ? null : fingerprintOf(groupOf(random(), ordinal)),
    contentId: randomUUID(),
    parserVersion: 1,
    errored: random() < 0.3,
    withoutText: false,
    withoutGroundTruth: true,
  }));
}

beforeAll(async () => {
  test = await openTestDatabase();
  home = await makeTestWorkspace(test.db, "folded");
  await writeCalls(home.workspaceId, someCalls());
});
afterAll(() => test?.close());

const queryOf = (params: object): CallQuery => {
  const query = parseCallQuery({ ...params });
  if (!query.ok) throw new Error(query.message);
  return query.value;
};

const conditionOf = ({ filter }: CallQuery) => callConditions(test.db, home.workspaceId, filter);

/** All pages, from the first on or from the last back, each in the order of the list. */
async function walk<Row>(
  query: CallQuery,
  read: (query: CallQuery) => Promise<Page<Row>>,
  from: Cursor | null = null,
  back = false,
): Promise<{ pages: Row[][]; last: Page<Row> }> {
  const pages: Row[][] = [];
  let cursor = from;
  let last: Page<Row>;
  do {
    last = await read({ ...query, page: { ...query.page, cursor } });
    pages.push(last.rows);
    cursor = back ? last.previous : last.next;
  } while (cursor !== null);
  return { pages: back ? pages.toReversed() : pages, last };
}

/** What the whole list says, one call after the other. */
async function foldByHand(query: CallQuery) {
  const condition = await conditionOf(query);
  const { pages } = await walk(query, (asked) =>
    listKnownCalls(home.workspaceId, condition, asked),
  );
  const groups = new Map<string, KnownCall[]>();
  for (const one of pages.flat()) {
    const group = one.call.fingerprint ?? one.call.id;
    groups.set(group, [...(groups.get(group) ?? []), one]);
  }
  return [...groups.values()].map((group) => {
    const costs = group.flatMap(({ call }) => call.statedCostUsd ?? []);
    return {
      id: group[0]?.call.id,
      calls: group.length,
      costUsd: costs.length === 0 ? null : costs.reduce((sum, cost) => sum + cost, 0),
      callsWithoutCost: group.length - costs.length,
    };
  });
}

async function foldedPages(query: CallQuery, from: Cursor | null = null, back = false) {
  const condition = await conditionOf(query);
  const read = (asked: CallQuery) => listFoldedCalls(home.workspaceId, condition, asked, null);
  return walk(query, read, from, back);
}

describe("a folded list", () => {
  const ways = CALL_SORTS.flatMap((sort) =>
    (["asc", "desc"] as const).map((dir) => ({ sort, dir })),
  );

  it.each(ways)("by $sort, $dir, has each group once, by its first call", async (way) => {
    for (const filter of [{}, { flag: "errored" }]) {
      const query = queryOf({ ...way, ...filter, fold: "1", limit: 7 });
      const expected = await foldByHand(query);
      const { pages } = await foldedPages(query);
      const rows = pages.flat().map(({ known, folded }) => ({ id: known.call.id, ...folded }));
      expect(rows).toEqual(expected);
      expect(pages.slice(0, -1).every((page) => page.length === 7)).toBe(true);
      expect(rows.reduce((sum, row) => sum + row.calls, 0)).toBeGreaterThan(rows.length);
    }
  });

  it.each(ways)("by $sort, $dir, finds the way back", async (way) => {
    const query = queryOf({ ...way, fold: "1", limit: 7 });
    const idsOf = (pages: { known: KnownCall }[][]) =>
      pages.flat().map(({ known }) => known.call.id);
    const there = await foldedPages(query);
    const { previous } = there.last;
    const back = await foldedPages(query, previous, true);
    const missing = there.pages.at(-1)?.length ?? 0;
    expect(idsOf(back.pages)).toEqual(idsOf(there.pages).slice(0, -missing));
    expect(back.last.previous).toBeNull();
  });

  it("counts of a group as many calls as asked for", async () => {
    const query = queryOf({ fold: "1" });
    const page = await listFoldedCalls(home.workspaceId, await conditionOf(query), query, 5);
    expect(Math.max(...page.rows.map(({ folded }) => folded.calls))).toBe(5);
  });

  it("needs no look at groups that are known to have come", async () => {
    const query = queryOf({ fold: "1", limit: 3 });
    const condition = await conditionOf(query);
    const first = await listFoldedCalls(home.workspaceId, condition, query, null);
    const rest = { ...query, page: { ...query.page, cursor: first.next } };
    const past = new Set(first.rows.flatMap(({ known }) => known.call.fingerprint ?? []));
    const known = await listFoldedCalls(home.workspaceId, condition, rest, null, past);
    expect(known).toEqual(await listFoldedCalls(home.workspaceId, condition, rest, null));
  });
});

describe("a long run of repeats", () => {
  /** Longer than what one page looks at, and another call at its end. */
  const LONG = MOST_LOOKED_AT + 2_000;

  it("ends a page that has found little, and goes on after it", async () => {
    const { workspaceId } = await makeTestWorkspace(test.db, "long");
    const group = randomUUID();
    await writeCalls(workspaceId, []);
    await test.db.execute(sql`
      INSERT INTO calls (workspace_id, id, import_id, ordinal, kind_id, started_at, fingerprint,
        content_id, parser_version, errored, without_text, without_ground_truth)
      SELECT ${workspaceId}, gen_random_uuid(), imports.id, n, kinds.id,
        timestamptz '2026-01-01' + n * interval '1 second',
        CASE WHEN n > 0 THEN ${group}::uuid END, gen_random_uuid(), 1, false, false, true
      FROM generate_series(0, ${LONG}::int) n, imports, kinds
      WHERE imports.workspace_id = ${workspaceId} AND kinds.workspace_id = ${workspaceId}`);
    const query = queryOf({ fold: "1" });
    const condition = await callConditions(test.db, workspaceId, query.filter);
    const { pages, last } = await walk(query, (asked) =>
      listFoldedCalls(workspaceId, condition, asked, 1),
    );
    expect(pages.map((page) => page.map(({ known }) => known.call.ordinal))).toEqual([[LONG], [0]]);
    const back = { ...query, page: { ...query.page, cursor: last.previous } };
    const before = await listFoldedCalls(workspaceId, condition, back, 1);
    expect(before.rows.map(({ known }) => known.call.ordinal)).toEqual([LONG]);
  });
});

describe("the file of a folded list", () => {
  const ask = (query: string) => new Request(`http://localhost/x?${query}`);

  it("has the rows and the sums of the screen", async () => {
    const query = "fold=1&sort=cost&flag=errored";
    const answer = await streamCalls(home.workspaceId, ask(query), "json");
    const { rows } = (await answer.json()) as { rows: unknown[] };
    const inFile = rows.map((row) => FoldedCallRow.parse(row));
    const expected = await foldByHand(queryOf({ sort: "cost", flag: "errored" }));
    expect(inFile.map((row) => row.id)).toEqual(expected.map(({ id }) => id));
    expect(inFile.map((row) => row.folded_calls)).toEqual(expected.map((one) => one.calls));
    expect(inFile.map((row) => row.folded_cost_usd)).toEqual(expected.map((one) => one.costUsd));
    const csv = await (await streamCalls(home.workspaceId, ask(query), "csv")).text();
    const [header, ...lines] = csv.trimEnd().split("\r\n");
    expect(header).toBe([...FOLDED_CALL_COLUMNS, "scope"].join(","));
    expect(lines).toHaveLength(expected.length);
  });

  it("comes in pages from the API, each group once", async () => {
    const seen: string[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const page = await answerCalls(home.workspaceId, ask(`fold=1&limit=30&cursor=${cursor}`));
      const body = (await page.json()) as { rows: { id: string }[]; next_cursor: string | null };
      seen.push(...body.rows.map(({ id }) => id));
      cursor = body.next_cursor;
    }
    expect(seen).toEqual((await foldByHand(queryOf({}))).map(({ id }) => id));
  });
});
