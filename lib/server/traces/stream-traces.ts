import { traceConditions } from "@/db/queries/traces/list-traces";
import type { WorkspaceId } from "@/lib/ids";
import type { Cursor } from "@/lib/paging/keyset";
import { refusalResponse } from "@/lib/server/edge";
import { readParams } from "@/lib/server/read-params";
import { answerRows, streamRows } from "@/lib/server/stream-rows";
import { parseTraceQuery, type TraceQuery, writeTraceCursor } from "@/lib/traces/trace-query";
import { TRACE_COLUMNS, type TraceRow } from "@/lib/traces/trace-row";
import { listSummedTraces } from "./list-summed-traces";

const PAGE = 100;

/** Every trace of a list, as the address searches and sorts it, as one file. */
export function streamTraces(
  workspaceId: WorkspaceId,
  request: Request,
  format: "csv" | "json",
): Response {
  const params = Object.fromEntries(new URL(request.url).searchParams);
  // the file is the whole list, whatever page of it is open
  const query = parseTraceQuery({ ...params, cursor: undefined, limit: undefined });
  if (!query.ok) return refusalResponse(query);
  return streamRows(allRows(workspaceId, query.value), TRACE_COLUMNS, { name: "traces", format });
}

/** One page of traces for the API. */
export async function answerTraces(workspaceId: WorkspaceId, request: Request): Promise<Response> {
  const asked = readParams(request);
  if (!asked.ok) return refusalResponse(asked);
  const query = parseTraceQuery(asked.value.params);
  if (!query.ok) return refusalResponse(query);
  const condition = traceConditions(workspaceId, query.value);
  const page = await listSummedTraces(workspaceId, condition, query.value);
  return answerRows(page.rows, TRACE_COLUMNS, {
    next: writeTraceCursor(page.next, query.value),
    format: asked.value.format,
  });
}

async function* allRows(workspaceId: WorkspaceId, query: TraceQuery): AsyncGenerator<TraceRow[]> {
  const condition = traceConditions(workspaceId, query);
  let cursor: Cursor | null = null;
  do {
    const page: TraceQuery["page"] = { ...query.page, cursor, limit: PAGE };
    // oxlint-disable-next-line no-await-in-loop -- one page at a time keeps memory flat
    const { rows, next } = await listSummedTraces(workspaceId, condition, { page });
    yield rows;
    cursor = next;
  } while (cursor !== null);
}
