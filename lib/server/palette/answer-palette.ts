import { callConditions } from "@/db/queries/calls/call-conditions";
import { listClusters } from "@/db/queries/clusters/list-clusters";
import { listImports } from "@/db/queries/imports/list-imports";
import { parseCallQuery } from "@/lib/calls/call-query";
import { formatDateTime } from "@/lib/display/time";
import type { WorkspaceId } from "@/lib/ids";
import type { PaletteFinds } from "@/lib/palette/palette-finds";
import { listKnownCalls } from "@/lib/server/calls/list-known-calls";
import { getDatabase } from "@/lib/server/database";
import { refusalResponse } from "@/lib/server/edge";

const IMPORTS = 8;
const CALLS = 6;
/** Fewer letters would find nearly everything. */
const LEAST_TYPED = 3;

/** Answers `?q=`: clusters and newest imports, and the calls whose id or text holds the words. */
export async function answerPalette(workspaceId: WorkspaceId, request: Request): Promise<Response> {
  const q = new URL(request.url).searchParams.get("q")?.trim() ?? "";
  const query = parseCallQuery({ q, limit: CALLS });
  if (!query.ok) return refusalResponse(query);
  const db = getDatabase();
  const [clusters, imports, calls] = await Promise.all([
    listClusters(db, workspaceId),
    listImports(db, workspaceId, { after: null, limit: IMPORTS }),
    q.length < LEAST_TYPED ? [] : findCalls(workspaceId, query.value),
  ]);
  const finds: PaletteFinds = {
    clusters,
    imports: imports.map(({ id, name }) => ({ id, name })),
    calls,
  };
  return Response.json(finds);
}

type Query = Parameters<typeof listKnownCalls>[2] & {
  filter: Parameters<typeof callConditions>[2];
};

async function findCalls(workspaceId: WorkspaceId, query: Query): Promise<PaletteFinds["calls"]> {
  const condition = await callConditions(getDatabase(), workspaceId, query.filter);
  const { rows } = await listKnownCalls(workspaceId, condition, query);
  return rows.map(({ call, kind }) => ({
    id: call.id,
    name: call.preview ?? call.id,
    detail: `${kind.cluster ?? kind.routeKey} · ${formatDateTime(call.startedAt)}`,
  }));
}
