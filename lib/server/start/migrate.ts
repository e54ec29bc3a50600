import { migrateDatabase } from "@/db/migrate";
import { getEnv } from "@/lib/server/env";
import { describeEntry } from "@/lib/server/start/entry-url";
import { recountOldTotals } from "@/lib/server/start/recount-old-totals";
import { runProcess } from "@/lib/server/start/process";

/** For containers, where web and worker start by themselves: migrate once, then say where to go. */
await runProcess(async () => {
  const { databaseUrl, baseUrl } = getEnv();
  await migrateDatabase(databaseUrl);
  await recountOldTotals(databaseUrl, (line) => process.stdout.write(`${line}\n`));
  process.stdout.write(`${await describeEntry(databaseUrl, baseUrl)}\n`);
});
