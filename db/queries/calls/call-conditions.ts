import { and, eq, ilike, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { findTraceIds, UUID } from "@/db/queries/traces/find-trace-ids";
import { likePattern } from "@/db/queries/like-pattern";
import { momentCondition } from "@/db/queries/scope/scope-condition";
import { calls } from "@/db/schema";
import type { CallFilter, CallFlag } from "@/lib/calls/call-query";
import type { RowId, WorkspaceId } from "@/lib/ids";
import { EVERYTHING } from "@/lib/scope/scope-summary";
import { findKindIds, searchKindIds } from "./find-kind-ids";
import { getCall } from "./get-call";

const FLAG = {
  errored: calls.errored,
  without_text: calls.withoutText,
  without_ground_truth: calls.withoutGroundTruth,
  near_duplicate: calls.nearDuplicate,
} satisfies Record<CallFlag, unknown>;

/** The filter as a condition on `calls` alone: what speaks of kinds and traces is looked up first. */
export async function callConditions(
  executor: Executor,
  workspaceId: WorkspaceId,
  filter: CallFilter,
  scoping = EVERYTHING,
): Promise<SQL | undefined> {
  const { q, model, trace, flag } = filter;
  const kindIds = await findKindIds(executor, workspaceId, filter, scoping);
  const traceIds = trace === null ? null : await findTraceIds(executor, workspaceId, trace);
  return and(
    eq(calls.workspaceId, workspaceId),
    isNull(calls.mergedInto),
    momentCondition(scoping.scope),
    kindIds === null ? undefined : inArray(calls.kindId, kindIds),
    traceIds === null ? undefined : inArray(calls.traceId, traceIds),
    model === null
      ? undefined
      : or(eq(calls.model, model), and(isNull(calls.model), eq(calls.requestModel, model))),
    filter.import === null ? undefined : eq(calls.importId, filter.import),
    filter.alike === null ? undefined : await likeCall(executor, workspaceId, filter.alike),
    flag === null ? undefined : eq(FLAG[flag], true),
    q === null ? undefined : await searchCondition(executor, workspaceId, q),
  );
}

/** A call of which no message is known is like no other. */
async function likeCall(executor: Executor, workspaceId: WorkspaceId, id: RowId) {
  const call = await getCall(executor, workspaceId, id);
  return call?.fingerprint ? eq(calls.fingerprint, call.fingerprint) : eq(calls.id, id);
}

/** An id that is there needs no search: what people paste is found by its index. */
async function searchCondition(executor: Executor, workspaceId: WorkspaceId, words: string) {
  if (UUID.test(words) && (await getCall(executor, workspaceId, words))) return eq(calls.id, words);
  const traceIds = await findTraceIds(executor, workspaceId, words);
  if (traceIds.length > 0) return inArray(calls.traceId, traceIds);
  return wordCondition(words, await searchKindIds(executor, workspaceId, words));
}

function wordCondition(words: string, kindIds: RowId[]): SQL | undefined {
  const pattern = likePattern(words);
  const texts = [
    calls.sourceTraceId,
    calls.sourceSpanId,
    calls.model,
    calls.requestModel,
    calls.error,
    calls.preview,
  ];
  return or(
    ...texts.map((column) => ilike(column, pattern)),
    kindIds.length === 0 ? undefined : inArray(calls.kindId, kindIds),
    // ids are hexadecimal digits and hyphens: other words cannot be in one
    /^[0-9a-f-]+$/iu.test(words) ? sql`${calls.id}::text ILIKE ${pattern}` : undefined,
  );
}
