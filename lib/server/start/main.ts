import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { ensureDatabase, startEmbedded } from "@/db/embedded";
import { migrateDatabase } from "@/db/migrate";
import { ExpectedError } from "@/lib/expected-error";
import { parseSettings } from "@/lib/server/env";
import { releaseAbandonedJobs } from "@/lib/server/start/abandoned-jobs";
import { type ChildOptions, startChild } from "@/lib/server/start/child";
import { describeEntry } from "@/lib/server/start/entry-url";
import { assertPortFree } from "@/lib/server/start/port";
import { recountOldTotals } from "@/lib/server/start/recount-old-totals";
import { readOrMakeSecret } from "@/lib/server/start/secret";
import { Shutdown } from "@/lib/server/start/shutdown";

export type StartOptions = {
  dev: boolean;
  /** The root of the project, which a relative data folder is relative to. */
  root: string;
  /** Whether an earlier start was killed, so that its web server may take a moment to end. */
  tookOver: boolean;
  say: (line: string) => void;
};

/**
 * The supervisor: PostgreSQL, migrations, web server, worker, until a signal comes or one of them
 * fails for good; then all are stopped in the reverse order. Resolves when everything has ended,
 * to the exit code. The caller holds the lock of the data folder.
 */
export async function main(options: StartOptions): Promise<number> {
  const shutdown = new Shutdown(options.say);
  try {
    await start(options, shutdown);
    await shutdown.requested;
    options.say("Stopping");
  } catch (error) {
    shutdown.fail(error);
  }
  return shutdown.run();
}

async function start(
  { dev, root, say, tookOver }: StartOptions,
  shutdown: Shutdown,
): Promise<void> {
  const startedAt = performance.now();
  const settings = parseSettings(process.env);
  const folder = resolve(root, settings.dataFolder);
  mkdirSync(folder, { recursive: true });
  await assertPortFree(settings.host, settings.port, tookOver ? 8_000 : 0);
  const secret = settings.secret ?? readOrMakeSecret(folder);

  const databaseUrl = settings.databaseUrl ?? (await startPostgres(folder, say, shutdown));
  shutdown.throwIfRequested();

  say("Bringing the database up to date");
  await migrateDatabase(databaseUrl).catch((error: unknown) => {
    throw settings.databaseUrl ? explainForeignDatabase(error) : error;
  });
  await recountOldTotals(databaseUrl, say);
  const entry = await describeEntry(databaseUrl, settings.baseUrl);
  shutdown.throwIfRequested();

  say("Starting the worker and the web server");
  const env = {
    ...process.env,
    NODE_ENV: dev ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    DATABASE_URL: databaseUrl,
    ASSAY_SECRET: secret,
    ASSAY_DATA_DIR: folder,
  } as const;
  const shared = { env, say, onGiveUp: (error: Error) => shutdown.fail(error) };
  const worker = describeWorker(shared, settings.databaseUrl ? null : databaseUrl);
  const web = describeWeb(shared, dev);
  // Registered before they are awaited: one may be up while the other fails.
  await Promise.all([shutdown.keep(startChild(worker), 1), shutdown.keep(startChild(web), 2)]);
  shutdown.throwIfRequested();
  say(`Ready after ${((performance.now() - startedAt) / 1000).toFixed(1)} s; Ctrl-C stops it`);
  say(entry);
}

type Shared = Pick<ChildOptions, "env" | "say" | "onGiveUp">;

const describeWeb = (shared: Shared, dev: boolean): ChildOptions => ({
  ...shared,
  name: "The web server",
  // what the build bundled takes far less memory than the same through tsx (bin/bundle.mjs)
  file: dev ? "lib/server/start/web.ts" : ".next/assay/web.mjs",
  arguments: dev ? ["--dev"] : [],
  env: dev ? shared.env : sparing(shared.env),
});

/**
 * Memory in two bounds, where the operator sets none. Below 2 GB V8 lets its heap grow by half between
 * two collections and not fourfold. Each arena of malloc keeps what it once held, and two serve all.
 */
const sparing = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
  MALLOC_ARENA_MAX: "2",
  ...env,
  NODE_OPTIONS: `--max-old-space-size=1024 ${env.NODE_OPTIONS ?? ""}`.trim(),
});

/** With a database of our own this is its only worker, so a job still held there is abandoned. */
const describeWorker = (shared: Shared, ownDatabaseUrl: string | null): ChildOptions => ({
  ...shared,
  name: "The worker",
  file: "lib/server/jobs/worker.ts",
  ...(ownDatabaseUrl === null ? {} : { prepare: () => releaseAbandonedJobs(ownDatabaseUrl) }),
});

async function startPostgres(
  folder: string,
  say: (line: string) => void,
  shutdown: Shutdown,
): Promise<string> {
  say("Starting PostgreSQL");
  const server = await shutdown.keep(startEmbedded({ folder, say }), 0);
  void server.ended.then(() => shutdown.fail(new ExpectedError("PostgreSQL ended unexpectedly.")));
  return ensureDatabase(server, "assay");
}

/** Most likely a wrong address, password or right; the driver's own words, innermost, say which. */
function explainForeignDatabase(error: unknown): ExpectedError {
  let innermost = error;
  while (innermost instanceof Error && innermost.cause instanceof Error) {
    innermost = innermost.cause;
  }
  const { message, code } = innermost as NodeJS.ErrnoException;
  return new ExpectedError(
    `The database that DATABASE_URL names cannot be used: ${message || code}`,
    { cause: error },
  );
}
