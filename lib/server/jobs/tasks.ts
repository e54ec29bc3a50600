import type { TaskList } from "graphile-worker";
import { z } from "zod";
import { foldTotals } from "@/db/commands/fold-totals";
import { closePastDays, closeStaleImports } from "@/db/commands/write-import";
import type { WorkspaceId } from "@/lib/ids";
import { getDatabase } from "@/lib/server/database";
import { applyRetention } from "@/lib/server/deletion/apply-retention";
import { refreshFingerprints } from "@/lib/server/curation/refresh-fingerprints";
import { runDeletion } from "@/lib/server/deletion/run-deletion";
import { log } from "@/lib/server/log";
import { tidySpans } from "@/lib/server/spans/tidy-spans";

/** Where the fingerprints stand; an empty payload begins. */
const FingerprintJob = z.object({
  progress: z
    .object({
      workspaceId: z.uuid().transform((id) => id as WorkspaceId),
      importId: z.guid(),
      after: z.object({ ordinal: z.number(), id: z.guid() }).nullable(),
    })
    .nullish(),
});

const DeletionJob = z.object({ workspaceId: z.uuid(), id: z.uuid() });

/** Every kind of background job by name. A job's payload, if it has one, is parsed by zod here. */
export const tasks: TaskList = {
  "fold-totals": async () => {
    await foldTotals(getDatabase(), (workspaceId, error) => {
      log.error("the totals of a workspace could not be folded", { workspaceId, error });
    });
  },
  "close-stale-imports": async () => {
    await closePastDays(getDatabase());
    const closed = await closeStaleImports(getDatabase());
    if (closed > 0) log.warn("imports were interrupted", { imports: closed });
  },
  "run-deletion": async (payload) => {
    const { workspaceId, id } = DeletionJob.parse(payload);
    await runDeletion(workspaceId as WorkspaceId, id);
  },
  "tidy-spans": async () => {
    await tidySpans(new Date());
  },
  "refresh-fingerprints": async (payload, { addJob }) => {
    const { progress } = FingerprintJob.parse(payload ?? {});
    const left = await refreshFingerprints(progress ?? null);
    // a short job each time: who stops the worker waits for none
    if (left !== null) await addJob("refresh-fingerprints", { progress: left }, FINGERPRINTS);
  },
  "apply-retention": async () => {
    await applyRetention(new Date());
  },
};

/** One at a time, apart from upkeep, which waits for nothing long. */
export const FINGERPRINTS = { queueName: "calls", jobKey: "refresh-fingerprints" } as const;

/** When jobs run by themselves: minute, hour, day, month, weekday, in UTC; one queue, so one at a time. */
export const crontab = `
* * * * * fold-totals ?queue=upkeep&jobKey=fold-totals
* * * * * close-stale-imports ?queue=upkeep&jobKey=close-stale-imports
50 2 * * * tidy-spans ?queue=upkeep&jobKey=tidy-spans
40 2 * * * refresh-fingerprints ?queue=calls&jobKey=refresh-fingerprints
20 3 * * * apply-retention ?queue=upkeep&jobKey=apply-retention
`;
