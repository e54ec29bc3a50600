import { countTraces } from "@/db/queries/traces/count-traces";
import { traceConditions } from "@/db/queries/traces/list-traces";
import { ok, type Result } from "@/lib/result";
import { getDatabase } from "@/lib/server/database";
import { requireMember } from "@/lib/server/gate";
import { parseTraceQuery, writeTraceCursor } from "@/lib/traces/trace-query";
import type { TracesPage } from "@/lib/traces/traces-page";
import { listSummedTraces } from "./list-summed-traces";

/** A page of the list of traces; refuses parameters that mean nothing. */
export async function loadTraces(
  slug: string,
  params: Readonly<Record<string, unknown>>,
): Promise<Result<TracesPage>> {
  const { workspaceId } = await requireMember(slug);
  const query = parseTraceQuery({ ...params, limit: undefined });
  if (!query.ok) return query;
  const condition = traceConditions(workspaceId, query.value);
  const [page, count] = await Promise.all([
    listSummedTraces(workspaceId, condition, query.value),
    countTraces(getDatabase(), condition),
  ]);
  return ok({
    traces: page.rows,
    count,
    previous: writeTraceCursor(page.previous, query.value),
    next: writeTraceCursor(page.next, query.value),
  });
}
