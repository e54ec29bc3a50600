import { listTotalBuckets } from "@/db/queries/overview/list-total-buckets";
import { listLivePrices } from "@/db/queries/pricing/list-price-overrides";
import { type FrontierRow, listFrontierRows } from "@/lib/overview/frontier-rows";
import { WHOLE_SCOPE } from "@/lib/scope/scope";
import { getDatabase } from "@/lib/server/database";
import { mayAct, requireMember } from "@/lib/server/gate";

export interface FrontierView {
  readonly slug: string;
  readonly mayChange: boolean;
  /** The models that people ticked; null goes by the rule. */
  readonly chosen: readonly string[] | null;
  readonly rows: readonly FrontierRow[];
}

/** The models of a workspace, and which of them count as frontier. */
export async function loadFrontier(slug: string): Promise<FrontierView> {
  const { workspaceId, workspace, role } = await requireMember(slug);
  const db = getDatabase();
  const [buckets, overrides] = await Promise.all([
    listTotalBuckets(db, workspaceId, { scope: WHOLE_SCOPE, rules: [] }),
    listLivePrices(db, workspaceId),
  ]);
  const chosen = workspace.frontierModels;
  return {
    slug: workspace.slug,
    mayChange: mayAct(role, "admin"),
    chosen,
    rows: listFrontierRows(buckets, overrides, chosen),
  };
}
