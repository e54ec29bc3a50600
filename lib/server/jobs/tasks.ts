import type { TaskList } from "graphile-worker";
import { foldTotals } from "@/db/commands/fold-totals";
import { closePastDays, closeStaleImports } from "@/db/commands/write-import";
import { getDatabase } from "@/lib/server/database";
import { log } from "@/lib/server/log";

/** Every kind of background job by name. A job's payload, if it has one, is parsed by zod here. */
export const tasks: TaskList = {
  "fold-totals": async () => {
    await foldTotals(getDatabase());
  },
  "close-stale-imports": async () => {
    await closePastDays(getDatabase());
    const closed = await closeStaleImports(getDatabase());
    if (closed > 0) log.warn("imports were interrupted", { imports: closed });
  },
};

/** When jobs run by themselves: minute, hour, day, month, weekday, in UTC; one queue, so one at a time. */
export const crontab = `
* * * * * fold-totals ?queue=upkeep&jobKey=fold-totals
* * * * * close-stale-imports ?queue=upkeep&jobKey=close-stale-imports
`;
