import { randomBytes, randomUUID } from "node:crypto";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { createDatabase, type DatabaseHandle } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { totals, workspaces } from "@/db/schema";
import type { WorkspaceId } from "@/lib/ids";
import { keptTotals, recount } from "@/lib/server/spans/testing";
import { recountOldTotals } from "./recount-old-totals";

/** The last migration before totals knew the environment. */
const BEFORE = "0011_frame-traces";

const workspaceId = randomUUID() as WorkspaceId;
const kindId = randomUUID();
const name = `assay_test_${randomBytes(6).toString("hex")}`;

let url = "";
let admin: ReturnType<typeof postgres>;
let handle: DatabaseHandle;

beforeAll(async () => {
  const { url: serverUrl } = inject("testServer");
  admin = postgres(serverUrl, { max: 1, onnotice: () => undefined });
  await admin`create database ${admin(name)} template template0`;
  url = Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href;
  handle = createDatabase(url, { max: 2 });
  await migrateUntil(BEFORE);
  await writeOldRows();
});
afterAll(async () => {
  await handle.close();
  await admin`drop database ${admin(name)} with (force)`;
  await admin.end();
});

/** The tables as an installation of before has them. */
async function migrateUntil(tag: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "assay-migrations-"));
  await cp("db/migrations", folder, { recursive: true });
  const file = join(folder, "meta", "_journal.json");
  const journal = JSON.parse(await readFile(file, "utf8")) as { entries: { tag: string }[] };
  const last = journal.entries.findIndex((entry) => entry.tag === tag);
  expect(last).toBeGreaterThan(0);
  await writeFile(
    file,
    JSON.stringify({ ...journal, entries: journal.entries.slice(0, last + 1) }),
  );
  await migrate(handle.db, { migrationsFolder: folder });
  await rm(folder, { recursive: true });
}

/** Calls in two environments and in none, one of them merged, and the totals that told them not apart. */
async function writeOldRows(): Promise<void> {
  const { db } = handle;
  await db.execute(sql`
    INSERT INTO workspaces (id, slug, name) VALUES (${workspaceId}, 'old', 'old')`);
  await db.execute(sql`
    INSERT INTO imports (workspace_id, id, name, source, state, created_by)
    VALUES (${workspaceId}, ${workspaceId}, 'i', 'upload', 'done', 't')`);
  await db.execute(sql`
    INSERT INTO clusters (workspace_id, id, name) VALUES (${workspaceId}, ${workspaceId}, 'c')`);
  await db.execute(sql`
    INSERT INTO kinds (workspace_id, id, route_key, route_key_source, act, cluster_id)
    VALUES (${workspaceId}, ${kindId}, 'k', 'step_type', 'a', ${workspaceId})`);
  await db.execute(sql`
    INSERT INTO calls (workspace_id, id, import_id, ordinal, kind_id, content_id, parser_version,
      errored, without_text, without_ground_truth, provider, model, environment, started_at,
      input_tokens, output_tokens, stated_cost_usd, merged_into)
    SELECT ${workspaceId}, md5('call' || n)::uuid, ${workspaceId}, n, ${kindId},
      gen_random_uuid(), 1, n % 7 = 0, false, false, 'openai', 'gpt-4.1',
      (ARRAY['production', 'staging', NULL])[1 + n % 3],
      CASE WHEN n % 5 > 0 THEN timestamptz '2026-01-01 12:00+00' + n % 4 * interval '1 day' END,
      CASE WHEN n % 11 > 0 THEN 100 + n END, n, CASE WHEN n % 2 = 0 THEN 0.5 END,
      CASE WHEN n = 300 THEN md5('call1')::uuid END
    FROM generate_series(1, 300) n`);
  await db.execute(sql`
    INSERT INTO totals (workspace_id, kind_id, day, provider, model, tier, cost_source, calls)
    VALUES (${workspaceId}, ${kindId}, '2026-01-01', 'openai', 'gpt-4.1', 0, 'tokens', 290)`);
  await db.execute(sql`
    INSERT INTO total_deltas (workspace_id, kind_id, day, provider, model, tier, cost_source, calls)
    VALUES (${workspaceId}, ${kindId}, '2026-01-01', 'openai', 'gpt-4.1', 0, 'tokens', 9)`);
}

describe("an installation of before", () => {
  it("has the totals of a recount once it has started, apart by environment", async () => {
    const { db } = handle;
    await migrateDatabase(url);
    const lines: string[] = [];
    await recountOldTotals(url, (line) => lines.push(line));
    expect(lines).toEqual(["Counting the totals of a workspace anew, once"]);
    const kept = await keptTotals(db, workspaceId);
    const whole = await recount(db, workspaceId);
    for (const row of whole) {
      const own = kept.filter((bucket) =>
        (["kind_id", "day", "model", "environment"] as const).every(
          (key) => bucket[key] === row[key],
        ),
      );
      for (const key of ["calls", "errored", "input", "known", "output"] as const) {
        expect(own.reduce((sum, bucket) => sum + Number(bucket[key]), 0)).toBe(row[key]);
      }
    }
    expect(kept.reduce((sum, bucket) => sum + Number(bucket.calls), 0)).toBe(299);
    expect(whole).toHaveLength(3 * 5);
    const stated = await db.select().from(totals);
    expect(stated.reduce((sum, { statedCostUsd }) => sum + statedCostUsd, 0)).toBe(149 * 0.5);
  });

  it("is counted once: the next start finds nothing to do", async () => {
    const { db } = handle;
    const before = await db.select().from(totals);
    const lines: string[] = [];
    await recountOldTotals(url, (line) => lines.push(line));
    expect(lines).toEqual([]);
    expect(await db.select().from(totals)).toEqual(before);
  });

  it("has new workspaces counted by the new rule from the first", async () => {
    const { db } = handle;
    await db.insert(workspaces).values({ id: randomUUID(), slug: "new", name: "new" });
    const lines: string[] = [];
    await recountOldTotals(url, (line) => lines.push(line));
    expect(lines).toEqual([]);
  });
});
