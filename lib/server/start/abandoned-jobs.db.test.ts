import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import { releaseAbandonedJobs } from "@/lib/server/start/abandoned-jobs";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(() => database.close());

test("jobs that a killed worker held are free again, with their queue", async () => {
  const { db, url } = database;
  await db.execute(sql`select graphile_worker.add_job('held', '{}'::json, queue_name := 'one')`);
  await db.execute(sql`
    update graphile_worker._private_jobs set locked_by = 'worker-gone', locked_at = now()`);
  await db.execute(sql`
    update graphile_worker._private_job_queues set locked_by = 'worker-gone', locked_at = now()`);

  await releaseAbandonedJobs(url);

  const jobs = await db.execute(sql`select locked_by from graphile_worker._private_jobs`);
  const queues = await db.execute(sql`select locked_by from graphile_worker._private_job_queues`);
  expect([...jobs, ...queues]).toEqual([{ locked_by: null }, { locked_by: null }]);
});

test("no held job is no trouble", async () => {
  await expect(releaseAbandonedJobs(database.url)).resolves.toBeUndefined();
});
