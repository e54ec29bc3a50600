import type { Executor } from "@/db/client";
import { listClusters, listKinds } from "@/db/queries/clusters/list-clusters";
import { countAllCalls } from "@/db/queries/overview/count-all-calls";
import type { WorkspaceId } from "@/lib/ids";
import { type Scoping, type ScopeSummary, summarizeScope } from "@/lib/scope/scope-summary";

/** What a list says of its scope, from the kept totals. */
export async function loadScopeSummary(
  executor: Executor,
  workspaceId: WorkspaceId,
  { scope, rules }: Scoping,
): Promise<ScopeSummary> {
  const [kinds, allCalls, clusters] = await Promise.all([
    listKinds(executor, workspaceId, { scope: { ...scope, humanFacing: "with" }, rules }),
    countAllCalls(executor, workspaceId),
    listClusters(executor, workspaceId),
  ]);
  const names = new Map(clusters.map(({ id, name }) => [id, name]));
  return summarizeScope({ scope, rules }, kinds, allCalls, names);
}
