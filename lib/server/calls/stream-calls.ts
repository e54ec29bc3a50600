import type { SQL } from "drizzle-orm";
import { callConditions } from "@/db/queries/calls/call-conditions";
import { listHumanFacingRules } from "@/db/queries/scope/list-human-facing-rules";
import { type CallQuery, parseCallQuery, writeCallCursor } from "@/lib/calls/call-query";
import { CALL_COLUMNS, FOLDED_CALL_COLUMNS } from "@/lib/calls/call-row";
import type { RowId, WorkspaceId } from "@/lib/ids";
import type { Cursor } from "@/lib/paging/keyset";
import { EVERYTHING, type Scoping, toScopeRecord } from "@/lib/scope/scope-summary";
import { getDatabase } from "@/lib/server/database";
import { refusalResponse } from "@/lib/server/edge";
import { readParams } from "@/lib/server/read-params";
import { loadScopeSummary } from "@/lib/server/scope/load-scope-summary";
import { answerRows, type FlatRow, streamRows } from "@/lib/server/stream-rows";
import { listFoldedCalls } from "./list-folded-calls";
import { listKnownCalls } from "./list-known-calls";
import { toCallRow, toFoldedRow } from "./to-call-row";

const PAGE = 500;

/** Of groups from so many calls on a file remembers that they have come; others are looked up. */
const LARGE_GROUP = 100;

/** Every call of a list, as the address filters, sorts and folds it, as one file. */
export async function streamCalls(
  workspaceId: WorkspaceId,
  request: Request,
  format: "csv" | "json",
): Promise<Response> {
  const params = Object.fromEntries(new URL(request.url).searchParams);
  // the file is the whole list, whatever page of it is open
  const query = parseCallQuery({ ...params, cursor: undefined, limit: undefined });
  if (!query.ok) return refusalResponse(query);
  const scoping = await scopingOf(workspaceId, query.value);
  const summary = await loadScopeSummary(getDatabase(), workspaceId, scoping);
  return streamRows(allRows(workspaceId, query.value, scoping), columnsOf(query.value), {
    name: "calls",
    format,
    scope: toScopeRecord(summary),
  });
}

/** One page of calls for the API. */
export async function answerCalls(workspaceId: WorkspaceId, request: Request): Promise<Response> {
  const asked = readParams(request);
  if (!asked.ok) return refusalResponse(asked);
  const query = parseCallQuery(asked.value.params);
  if (!query.ok) return refusalResponse(query);
  const scoping = await scopingOf(workspaceId, query.value);
  const condition = await conditionOf(workspaceId, query.value, scoping);
  const page = await readRows(workspaceId, condition, query.value);
  return answerRows(page.rows, columnsOf(query.value), {
    next: writeCallCursor(page.next, query.value),
    format: asked.value.format,
  });
}

const columnsOf = ({ fold }: CallQuery): readonly string[] =>
  fold ? FOLDED_CALL_COLUMNS : CALL_COLUMNS;

async function* allRows(
  workspaceId: WorkspaceId,
  query: CallQuery,
  scoping: Scoping,
): AsyncGenerator<FlatRow[]> {
  const condition = await conditionOf(workspaceId, query, scoping);
  const past = new Set<RowId>();
  let cursor: Cursor | null = null;
  do {
    const page: CallQuery["page"] = { ...query.page, cursor, limit: PAGE };
    // oxlint-disable-next-line no-await-in-loop -- one page at a time keeps memory flat
    const read = await readRows(workspaceId, condition, { ...query, page }, past);
    yield read.rows;
    cursor = read.next;
  } while (cursor !== null);
}

type Rows = { rows: FlatRow[]; next: Cursor | null };

/** @param past large groups that have come, which this page adds its own to */
async function readRows(
  workspaceId: WorkspaceId,
  condition: SQL | undefined,
  query: CallQuery,
  past = new Set<RowId>(),
): Promise<Rows> {
  if (!query.fold) {
    const { rows, next } = await listKnownCalls(workspaceId, condition, query);
    return { rows: rows.map(toCallRow), next };
  }
  const { rows, next } = await listFoldedCalls(workspaceId, condition, query, null, past);
  for (const { known, folded } of rows) {
    const { fingerprint } = known.call;
    if (fingerprint !== null && folded.calls >= LARGE_GROUP) past.add(fingerprint);
  }
  return { rows: rows.map(({ known, folded }) => toFoldedRow(known, folded)), next };
}

/** All that is stored, unless the request asks for a scope. */
async function scopingOf(workspaceId: WorkspaceId, { scope }: CallQuery): Promise<Scoping> {
  if (scope === null) return EVERYTHING;
  return { scope, rules: await listHumanFacingRules(getDatabase(), workspaceId) };
}

const conditionOf = (workspaceId: WorkspaceId, { filter }: CallQuery, scoping: Scoping) =>
  callConditions(getDatabase(), workspaceId, filter, scoping);
