import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { traces, workspaces } from "@/db/schema";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import type { WorkspaceId } from "@/lib/ids";
import { pageSegments } from "@/lib/paging/keyset";
import { seededRandom } from "@/lib/statistics/random";
import { parseTraceQuery, writeTraceCursor } from "@/lib/traces/trace-query";
import { countTraces } from "./count-traces";
import { findTraceIds } from "./find-trace-ids";
import { listTraces, selectTraces, traceConditions } from "./list-traces";

let database: TestDatabase;
const small = randomUUID() as WorkspaceId;
const large = randomUUID() as WorkspaceId;

beforeAll(async () => {
  database = await createTestDatabase();
  await fill(small, 200);
  await fill(large, 5_000);
  await database.db.execute(sql`ANALYZE`);
});
afterAll(() => database.close());

/** Traces with many equal starts, and many without one. */
async function fill(workspaceId: WorkspaceId, size: number) {
  await database.db.insert(workspaces).values({ id: workspaceId, slug: workspaceId, name: "w" });
  const random = seededRandom("traces");
  const rows = Array.from({ length: size }, (_, index) => ({
    workspaceId,
    id: randomUUID(),
    sourceTraceId: `run_${index}`,
    startedAt:
      random() < 0.25
        ? null
        : new Date(Date.UTC(2026, 0, 1 + Math.floor(random() * 20))).toISOString(),
    importId: randomUUID(),
  }));
  for (let from = 0; from < size; from += 1000) {
    await database.db.insert(traces).values(rows.slice(from, from + 1000));
  }
}

async function read(params: Record<string, unknown>) {
  const query = parseTraceQuery(params);
  if (!query.ok) throw new Error(query.message);
  const page = await listTraces(database.db, traceConditions(small, query.value), query.value);
  return {
    rows: page.rows,
    next: writeTraceCursor(page.next, query.value),
    previous: writeTraceCursor(page.previous, query.value),
  };
}

describe("listTraces", () => {
  it.each(["asc", "desc"])("visits every trace once, %s, and finds the way back", async (dir) => {
    const pages: string[][] = [];
    let page = await read({ dir, limit: 23 });
    let before: string | null = null;
    for (;;) {
      pages.push(page.rows.map((row) => row.id));
      if (page.next === null) break;
      page = await read({ dir, limit: 23, cursor: page.next });
    }
    expect(new Set(pages.flat()).size).toBe(200);
    expect(pages.flat()).toHaveLength(200);
    const back = [pages.at(-1)];
    for (before = page.previous; before !== null; before = page.previous) {
      page = await read({ dir, limit: 23, cursor: before });
      back.unshift(page.rows.map((row) => row.id));
    }
    expect(back).toEqual(pages);
  });

  it("finds a trace by a part of its id, taken as it is", async () => {
    expect((await read({ q: "RUN_199" })).rows.map((row) => row.sourceTraceId)).toEqual([
      "run_199",
    ]);
    expect((await read({ q: "run%" })).rows).toEqual([]);
  });

  it("counts and finds in its own workspace alone", async () => {
    expect(await countTraces(database.db, traceConditions(small, { q: null }))).toBe(200);
    const [row] = (await read({ q: "run_7" })).rows;
    expect(await findTraceIds(database.db, small, row?.id ?? "")).toEqual([row?.id]);
    expect(await findTraceIds(database.db, small, row?.sourceTraceId ?? "")).toEqual([row?.id]);
    expect(await findTraceIds(database.db, large, row?.id ?? "")).toEqual([]);
  });

  it("walks the index", async () => {
    const id = "80000000-0000-4000-8000-000000000000";
    const value = "2026-01-10 00:00:00+00";
    const walks = (["asc", "desc"] as const).flatMap((direction) => [
      { direction, cursor: null },
      { direction, cursor: { value, id, before: false } },
      { direction, cursor: { value: null, id, before: true } },
    ]);
    for (const segment of walks.flatMap(pageSegments)) {
      const condition = traceConditions(large, { q: null });
      const statement = selectTraces(database.db, condition, segment, 51).getSQL();
      const rows = await database.db.execute<{ "QUERY PLAN": string }>(sql`EXPLAIN ${statement}`);
      const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
      expect(plan, JSON.stringify(segment)).toMatch(/(?:using|on) traces_newest/);
      // a few rows that tie may be sorted by id after the index has found them
      const never = segment.column === "equal" ? /Seq Scan/ : /Seq Scan|Sort/;
      expect(plan, JSON.stringify(segment)).not.toMatch(never);
    }
  });
});
