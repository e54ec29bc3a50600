import { callConditions } from "@/db/queries/calls/call-conditions";
import { listHumanFacingRules } from "@/db/queries/scope/list-human-facing-rules";
import { type CallQuery, parseCallQuery, writeCallCursor } from "@/lib/calls/call-query";
import { CALL_COLUMNS, type CallRow } from "@/lib/calls/call-row";
import type { WorkspaceId } from "@/lib/ids";
import type { Cursor } from "@/lib/paging/keyset";
import { EVERYTHING } from "@/lib/scope/scope-summary";
import { getDatabase } from "@/lib/server/database";
import { refusalResponse } from "@/lib/server/edge";
import { readParams } from "@/lib/server/read-params";
import { answerRows, streamRows } from "@/lib/server/stream-rows";
import { listKnownCalls } from "./list-known-calls";
import { toCallRow } from "./to-call-row";

const PAGE = 500;

/** Every call of a list, as the address filters and sorts it, as one file. */
export function streamCalls(
  workspaceId: WorkspaceId,
  request: Request,
  format: "csv" | "json",
): Response {
  const params = Object.fromEntries(new URL(request.url).searchParams);
  // the file is the whole list, whatever page of it is open
  const query = parseCallQuery({ ...params, cursor: undefined, limit: undefined });
  if (!query.ok) return refusalResponse(query);
  return streamRows(allRows(workspaceId, query.value), CALL_COLUMNS, { name: "calls", format });
}

/** One page of calls for the API. */
export async function answerCalls(workspaceId: WorkspaceId, request: Request): Promise<Response> {
  const asked = readParams(request);
  if (!asked.ok) return refusalResponse(asked);
  const query = parseCallQuery(asked.value.params);
  if (!query.ok) return refusalResponse(query);
  const condition = await conditionOf(workspaceId, query.value);
  const page = await listKnownCalls(workspaceId, condition, query.value);
  return answerRows(page.rows.map(toCallRow), CALL_COLUMNS, {
    next: writeCallCursor(page.next, query.value),
    format: asked.value.format,
  });
}

async function* allRows(workspaceId: WorkspaceId, query: CallQuery): AsyncGenerator<CallRow[]> {
  const condition = await conditionOf(workspaceId, query);
  let cursor: Cursor | null = null;
  do {
    const page: CallQuery["page"] = { ...query.page, cursor, limit: PAGE };
    // oxlint-disable-next-line no-await-in-loop -- one page at a time keeps memory flat
    const { rows, next } = await listKnownCalls(workspaceId, condition, { ...query, page });
    yield rows.map(toCallRow);
    cursor = next;
  } while (cursor !== null);
}

/** All that is stored, unless the request asks for a scope. */
async function conditionOf(workspaceId: WorkspaceId, { filter, scope }: CallQuery) {
  const db = getDatabase();
  const scoping =
    scope === null ? EVERYTHING : { scope, rules: await listHumanFacingRules(db, workspaceId) };
  return callConditions(db, workspaceId, filter, scoping);
}
