import { Logger, run } from "graphile-worker";
import { closeDatabase } from "@/lib/server/database";
import { getEnv } from "@/lib/server/env";
import { crontab, FINGERPRINTS, tasks } from "@/lib/server/jobs/tasks";
import { log } from "@/lib/server/log";
import { onStop, reportReady, runProcess } from "@/lib/server/start/process";

// graphile-worker tells of every job that goes well; only what goes wrong is worth a line.
const logger = new Logger((scope) => (level, message, meta) => {
  if (level === "error" || level === "warning") {
    log[level === "error" ? "error" : "warn"](message, { ...scope, ...meta });
  }
});

/** The worker process: runs background jobs until told to stop, then finishes those under way. */
await runProcess(async () => {
  const runner = await run({
    connectionString: getEnv().databaseUrl,
    concurrency: 2,
    noHandleSignals: true,
    taskList: tasks,
    crontab,
    logger,
  });
  onStop(async () => {
    await runner.stop();
    await closeDatabase();
  });
  // what an earlier version stored is brought up to date soon, not only at night
  await runner.addJob("refresh-fingerprints", {}, FINGERPRINTS);
  reportReady();
  await runner.promise;
});
