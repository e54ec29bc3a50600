import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { inject } from "vitest";
import { createDatabase, type Database } from "@/db/client";

export type TestDatabase = { db: Database; url: string; close: () => Promise<void> };

/** A database of its own for a test file: a clone of the migrated template. Close it afterwards. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { url: serverUrl, template } = inject("testServer");
  const name = `assay_test_${randomBytes(6).toString("hex")}`;
  const admin = postgres(serverUrl, { max: 1, onnotice: () => undefined });
  await admin`create database ${admin(name)} template ${admin(template)}`;
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const { db, close } = createDatabase(url.href, { max: 4 });
  return {
    db,
    url: url.href,
    close: async () => {
      await close();
      await admin`drop database ${admin(name)} with (force)`;
      await admin.end();
    },
  };
}
