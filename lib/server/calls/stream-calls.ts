import { callConditions } from "@/db/queries/calls/call-conditions";
import { type CallQuery, parseCallQuery, writeCallCursor } from "@/lib/calls/call-query";
import { CALL_COLUMNS, type CallRow } from "@/lib/calls/call-row";
import { csvLine } from "@/lib/csv/csv-line";
import type { WorkspaceId } from "@/lib/ids";
import type { Cursor } from "@/lib/paging/keyset";
import { getDatabase } from "@/lib/server/database";
import { refusalResponse } from "@/lib/server/edge";
import { streamText } from "@/lib/server/stream-text";
import { listKnownCalls } from "./list-known-calls";
import { toCallRow } from "./to-call-row";

const PAGE = 500;

type Format = "csv" | "json";

/** Every call of a list, as the address filters and sorts it, as one file. */
export function streamCalls(workspaceId: WorkspaceId, request: Request, format: Format): Response {
  const params = Object.fromEntries(new URL(request.url).searchParams);
  // the file is the whole list, whatever page of it is open
  const query = parseCallQuery({ ...params, cursor: undefined, limit: undefined });
  if (!query.ok) return refusalResponse(query);
  const pages = allRows(workspaceId, query.value);
  return format === "csv"
    ? streamText(csvOf(pages), { contentType: "text/csv; charset=utf-8", fileName: "calls.csv" })
    : streamText(jsonOf(pages), { contentType: "application/json; charset=utf-8" });
}

/** One page of calls for the API: `{rows, next_cursor}`, or the rows as CSV with the cursor in a header. */
export async function answerCalls(workspaceId: WorkspaceId, request: Request): Promise<Response> {
  const { format, ...params } = Object.fromEntries(new URL(request.url).searchParams);
  const query = parseCallQuery(params);
  if (!query.ok) return refusalResponse(query);
  if (format !== undefined && format !== "json" && format !== "csv") {
    return refusalResponse({ ok: false, code: "invalid", message: "format is json or csv." });
  }
  const condition = await callConditions(getDatabase(), workspaceId, query.value.filter);
  const page = await listKnownCalls(workspaceId, condition, query.value);
  const rows = page.rows.map(toCallRow);
  const next = writeCallCursor(page.next, query.value);
  if (format !== "csv") return Response.json({ rows, next_cursor: next });
  return new Response(csvLine(CALL_COLUMNS) + rows.map(csvOfRow).join(""), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      ...(next === null ? {} : { "x-next-cursor": next }),
    },
  });
}

async function* allRows(workspaceId: WorkspaceId, query: CallQuery): AsyncGenerator<CallRow[]> {
  const condition = await callConditions(getDatabase(), workspaceId, query.filter);
  let cursor: Cursor | null = null;
  do {
    const page: CallQuery["page"] = { ...query.page, cursor, limit: PAGE };
    // oxlint-disable-next-line no-await-in-loop -- one page at a time keeps memory flat
    const { rows, next } = await listKnownCalls(workspaceId, condition, { ...query, page });
    yield rows.map(toCallRow);
    cursor = next;
  } while (cursor !== null);
}

async function* csvOf(pages: AsyncGenerator<CallRow[]>): AsyncGenerator<string> {
  yield csvLine(CALL_COLUMNS);
  for await (const rows of pages) yield rows.map(csvOfRow).join("");
}

const csvOfRow = (row: CallRow): string =>
  csvLine(
    CALL_COLUMNS.map((column) => {
      const value = row[column];
      return Array.isArray(value) ? value.join(" ") : value;
    }),
  );

async function* jsonOf(pages: AsyncGenerator<CallRow[]>): AsyncGenerator<string> {
  yield '{"rows":[';
  let separator = "";
  for await (const rows of pages) {
    if (rows.length === 0) continue;
    yield separator + rows.map((row) => JSON.stringify(row)).join(",\n");
    separator = ",\n";
  }
  yield '],"next_cursor":null}';
}
