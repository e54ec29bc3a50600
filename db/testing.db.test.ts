import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isMigrated } from "@/db/migration-status";
import { users } from "@/db/schema";
import { createTestDatabase, type TestDatabase } from "@/db/testing";

let one: TestDatabase;
let other: TestDatabase;

beforeAll(async () => {
  [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
});

afterAll(async () => {
  await Promise.all([one.close(), other.close()]);
});

test("a clone has every migration applied", async () => {
  await expect(isMigrated(one.db)).resolves.toBe(true);
  await expect(one.db.select().from(users)).resolves.toEqual([]);
});

test("a clone has the job queue, so that a job can join a transaction", async () => {
  await one.db.execute(sql`select graphile_worker.add_job('anything', '{}'::json)`);
  const jobs = await one.db.execute(sql`select task_identifier from graphile_worker.jobs`);
  expect([...jobs]).toEqual([{ task_identifier: "anything" }]);
});

test("what is written to one clone is not in another", async () => {
  await one.db.execute(sql`create table only_here (n int)`);
  const [row] = await other.db.execute(sql`select to_regclass('only_here') as found`);
  expect(row).toEqual({ found: null });
});

test("text sorts by code point, the same on every machine", async () => {
  const rows = await one.db.execute<{ t: string }>(
    sql`select t from (values ('b'), ('a'), ('B'), ('é'), ('z')) as v(t) order by t`,
  );
  expect(rows.map((row) => row.t)).toEqual(["B", "a", "b", "z", "é"]);
});
