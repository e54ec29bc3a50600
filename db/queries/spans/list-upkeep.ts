import { and, eq, gt, inArray, isNotNull, lt } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { imports, ROLLING_SOURCES, spans, waitingRecords } from "@/db/schema";

/** The workspaces in which records have waited for their span since before a moment. For upkeep alone. */
export function listWaitingHomes(executor: Executor, before: Date) {
  return executor
    .selectDistinct({ workspaceId: waitingRecords.workspaceId })
    .from(waitingRecords)
    .where(lt(waitingRecords.createdAt, before.toISOString()));
}

/** The traces that exporters spoke of on a day that has ended since a moment. For upkeep alone. */
export async function listEndedTraces(executor: Executor, since: Date) {
  const rows = await executor
    .selectDistinct({ workspaceId: spans.workspaceId, traceId: spans.traceId })
    .from(spans)
    .innerJoin(
      imports,
      and(eq(imports.workspaceId, spans.workspaceId), eq(imports.id, spans.importId)),
    )
    .where(
      and(
        inArray(imports.source, [...ROLLING_SOURCES]),
        isNotNull(imports.finishedAt),
        gt(imports.finishedAt, since.toISOString()),
      ),
    );
  return rows;
}
