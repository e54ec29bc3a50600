import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isMigrated } from "@/db/migration-status";
import { createTestDatabase, type TestDatabase } from "@/db/testing";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(() => database.close());

test("a database that lacks the newest migration is not current", async () => {
  const { db } = database;
  expect(await isMigrated(db)).toBe(true);
  await db.execute(sql`
    delete from drizzle.__drizzle_migrations
    where created_at = (select max(created_at) from drizzle.__drizzle_migrations)`);
  expect(await isMigrated(db)).toBe(false);
});
