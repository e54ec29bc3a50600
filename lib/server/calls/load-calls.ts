import { callConditions } from "@/db/queries/calls/call-conditions";
import { countAlike } from "@/db/queries/calls/count-alike";
import type { SQL } from "drizzle-orm";
import { countCalls } from "@/db/queries/calls/count-calls";
import { countKeptCalls } from "@/db/queries/calls/count-kept-calls";
import { findKindIds } from "@/db/queries/calls/find-kind-ids";
import { listCallFacets } from "@/db/queries/calls/list-call-facets";
import { listHumanFacingRules } from "@/db/queries/scope/list-human-facing-rules";
import { listImports } from "@/db/queries/imports/list-imports";
import type { CallItem, CallsPage } from "@/lib/calls/call-item";
import { foldedAlone, MOST_ALIKE } from "@/lib/calls/alike";
import {
  type CallFilter,
  type CallQuery,
  parseCallQuery,
  writeCallCursor,
} from "@/lib/calls/call-query";
import type { RowId, WorkspaceId } from "@/lib/ids";
import { ok, type Result } from "@/lib/result";
import { parseStoredScope, type Scope, WHOLE_SCOPE } from "@/lib/scope/scope";
import type { Scoping } from "@/lib/scope/scope-summary";
import { viewScope } from "@/lib/scope/scope-view";
import { getDatabase } from "@/lib/server/database";
import { requireMember } from "@/lib/server/gate";
import { loadScopeSummary } from "@/lib/server/scope/load-scope-summary";
import { type FoldedCall, type FoldedCallsPage, listFoldedCalls } from "./list-folded-calls";
import { listKnownCalls } from "./list-known-calls";
import { flagsOf, toIso } from "./to-call-row";

const IMPORTS_OFFERED = 50;

/** A page of the list of calls; refuses parameters that mean nothing. */
export async function loadCalls(
  slug: string,
  params: Readonly<Record<string, unknown>>,
): Promise<Result<CallsPage>> {
  const { workspaceId, workspace } = await requireMember(slug);
  const query = parseCallQuery({ ...params, limit: undefined });
  if (!query.ok) return query;
  const database = getDatabase();
  const ofWorkspace = parseStoredScope(workspace.scope);
  const scoping: Scoping = {
    scope: scopeOf(query.value, ofWorkspace),
    rules: await listHumanFacingRules(database, workspaceId),
  };
  const condition = await callConditions(database, workspaceId, query.value.filter, scoping);
  const [page, count, summary, facets, imports] = await Promise.all([
    readPage(workspaceId, condition, query.value),
    countFiltered(workspaceId, query.value.filter, condition, scoping),
    loadScopeSummary(database, workspaceId, scoping),
    listCallFacets(database, workspaceId),
    listImports(database, workspaceId, { after: null, limit: IMPORTS_OFFERED }),
  ]);
  const alike = await countAlike(
    database,
    workspaceId,
    page.rows.flatMap(({ known }) => known.call.fingerprint ?? []),
  );
  return ok({
    scope: viewScope(summary, ofWorkspace),
    calls: page.rows.map((row) => toItem(row, alike)),
    count,
    lookedAt: page.lookedAt,
    previous: writeCallCursor(page.previous, query.value),
    next: writeCallCursor(page.next, query.value),
    facets: {
      ...facets,
      import: imports.map((row) => ({ value: row.id, label: row.name, calls: row.callsNew })),
    },
    isEmpty: count === 0 && facets.cluster.length === 0,
  });
}

/** The rows of a page, each call for itself or folded. */
async function readPage(
  workspaceId: WorkspaceId,
  condition: SQL | undefined,
  query: CallQuery,
): Promise<FoldedCallsPage> {
  // one more than are counted stands for all above
  if (query.fold) return listFoldedCalls(workspaceId, condition, query, MOST_ALIKE + 1);
  const page = await listKnownCalls(workspaceId, condition, query);
  const rows = page.rows.map((known) => ({
    known,
    folded: foldedAlone(known.call.statedCostUsd ?? known.price.costUsd),
  }));
  return { ...page, rows, lookedAt: rows.length };
}

/**
 * The scope that the address asks for, else the workspace's. Somebody who follows an import, a trace
 * or calls asked alike wants to see all of it.
 */
function scopeOf({ scope, filter }: CallQuery, ofWorkspace: Scope): Scope {
  if (scope !== null) return scope;
  const { import: importId, trace, alike } = filter;
  return (importId ?? trace ?? alike) ? WHOLE_SCOPE : ofWorkspace;
}

/** The totals know most counts; the others are counted, as far as that is quick. */
async function countFiltered(
  workspaceId: WorkspaceId,
  filter: CallFilter,
  condition: SQL | undefined,
  scoping: Scoping,
): Promise<number | null> {
  const database = getDatabase();
  const kindIds = await findKindIds(database, workspaceId, filter, scoping);
  const kept = await countKeptCalls(database, workspaceId, filter, kindIds, scoping.scope);
  return kept ?? countCalls(database, condition);
}

function toItem({ known, folded }: FoldedCall, alike: ReadonlyMap<RowId, number>): CallItem {
  const { call, kind, traceOutcome, price } = known;
  return {
    id: call.id,
    startedAt: toIso(call.startedAt),
    step: call.stepType ?? kind.routeKey,
    stepTagged: call.stepType !== null,
    cluster: kind.cluster,
    act: kind.act,
    agent: call.agent,
    model: call.model ?? call.requestModel,
    inputTokens: call.inputTokens,
    cachedInputTokens: call.cachedInputTokens,
    outputTokens: call.outputTokens,
    costUsd: call.statedCostUsd ?? price.costUsd,
    latencyMs: call.latencyMs,
    outcome: call.correct ?? traceOutcome,
    flags: flagsOf(call),
    preview: call.preview,
    alike: call.fingerprint === null ? null : (alike.get(call.fingerprint) ?? null),
    folded,
  };
}
