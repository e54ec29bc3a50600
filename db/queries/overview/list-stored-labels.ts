import { and, asc, desc, eq } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { scopeCondition } from "@/db/queries/scope/scope-condition";
import { NOBODY } from "@/db/queries/labelling/slot-conditions";
import { calls, codebooks, kinds, labels } from "@/db/schema";
import type { WorkspaceId } from "@/lib/ids";
import type { Sight } from "@/lib/labelling/blind";
import type { CodebookVersion, StoredLabel } from "@/lib/overview/settle-calls";
import type { Scoping } from "@/lib/scope/scope-summary";

/**
 * Every row of the list of labels on calls of a scope that the reader may see, and the cluster its call
 * is in now.
 */
export function listStoredLabels(
  executor: Executor,
  workspaceId: WorkspaceId,
  { scope, rules }: Scoping,
  sight: Sight,
): Promise<(StoredLabel & { createdAt: string })[]> {
  return executor
    .select({
      id: labels.id,
      callId: labels.callId,
      raterId: labels.raterId,
      codebookId: labels.codebookId,
      origin: labels.origin,
      verdict: labels.verdict,
      supersedes: labels.supersedes,
      retracted: labels.retracted,
      createdAt: labels.createdAt,
      clusterId: kinds.clusterId,
      routeKey: kinds.routeKey,
    })
    .from(labels)
    .innerJoin(calls, and(eq(calls.workspaceId, labels.workspaceId), eq(calls.id, labels.callId)))
    .innerJoin(kinds, and(eq(kinds.workspaceId, calls.workspaceId), eq(kinds.id, calls.kindId)))
    .where(and(eq(labels.workspaceId, workspaceId), scopeCondition(scope, rules), isSeen(sight)))
    .orderBy(asc(labels.id));
}

const isSeen = (sight: Sight) =>
  sight.labels === "all" ? undefined : eq(labels.raterId, sight.raterId ?? NOBODY);

/** The versions of the codebook, the newest first. */
export function listCodebookVersions(
  executor: Executor,
  workspaceId: WorkspaceId,
): Promise<(CodebookVersion & { createdAt: string })[]> {
  const { id, version, change, createdAt } = codebooks;
  return executor
    .select({ id, version, change, createdAt })
    .from(codebooks)
    .where(eq(codebooks.workspaceId, workspaceId))
    .orderBy(desc(version));
}
