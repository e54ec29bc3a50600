import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "@/db/embedded";
import { migrateDatabase } from "@/db/migrate";

declare module "vitest" {
  interface ProvidedContext {
    /** A server for tests, and the migrated database on it that each test file gets a clone of. */
    testServer: { url: string; template: string };
  }
}

/** Durability buys a test nothing. */
const fastSettings = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

/** One server a run: our own in a temporary folder, or the one ASSAY_TEST_DATABASE_URL names. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await findServer(process.env.ASSAY_TEST_DATABASE_URL);
  const template = `assay_template_${randomBytes(6).toString("hex")}`;
  const admin = postgres(server.url, { max: 1, onnotice: () => undefined });
  await admin`create database ${admin(template)}`;
  await migrateDatabase(withDatabase(server.url, template));
  project.provide("testServer", { url: server.url, template });
  return async () => {
    await admin`drop database ${admin(template)} with (force)`;
    await admin.end();
    await server.stop();
  };
}

async function findServer(given: string | undefined) {
  if (given) {
    return { url: given, stop: async () => undefined };
  }
  const folder = await mkdtemp(join(tmpdir(), "assay-test-"));
  const server = await startEmbedded({ folder, settings: fastSettings });
  return {
    url: server.url("postgres"),
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The same server, another database. */
function withDatabase(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}
