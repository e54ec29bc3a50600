import { SEE_ALL } from "@/lib/labelling/blind";
import { assembleAudit } from "@/lib/overview/audit";
import { type ClusterRecord, listClusterRecords } from "@/lib/overview/cluster-record";
import { ClusterPaging } from "@/lib/overview/cluster-paging";
import { AuditParams } from "@/lib/overview/params";
import { parseStoredScope } from "@/lib/scope/scope";
import { parseScopeParams } from "@/lib/scope/scope-params";
import { ok, refused, type Result } from "@/lib/result";
import type { KeyHolder } from "@/lib/server/gate";
import { loadEvidence } from "@/lib/server/overview/load-evidence";

export type ClustersPage = { rows: ClusterRecord[]; next_cursor: string | null };

/** Clusters with what they cost, their shares and savings, in the order of their ids. */
export async function listClustersPage(
  { workspaceId, workspace }: Pick<KeyHolder, "workspaceId" | "workspace">,
  params: Readonly<Record<string, string>>,
): Promise<Result<ClustersPage>> {
  const paging = ClusterPaging.safeParse(params);
  if (!paging.success) {
    return refused("invalid", `${paging.error.issues.map(({ message }) => message).join(". ")}.`);
  }
  const { limit, cursor } = paging.data;
  const scope = parseScopeParams(params);
  if (!scope.ok) return scope;
  const { evidence } = await loadEvidence(
    workspaceId,
    scope.value ?? parseStoredScope(workspace.scope),
    SEE_ALL,
  );
  const audit = assembleAudit(evidence, workspace, AuditParams.parse(params));
  const after = listClusterRecords(audit)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .filter(({ id }) => cursor === undefined || id > cursor);
  const rows = after.slice(0, limit);
  return ok({ rows, next_cursor: after.length > limit ? (rows.at(-1)?.id ?? null) : null });
}
