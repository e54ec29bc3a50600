import { listLivePrices } from "@/db/queries/pricing/list-price-overrides";
import { listHumanFacingRules } from "@/db/queries/scope/list-human-facing-rules";
import { listUseBuckets } from "@/db/queries/scope/list-use-buckets";
import type { WorkspaceId } from "@/lib/ids";
import { listScopeChoices, type ScopeChoices } from "@/lib/scope/scope-choices";
import { listTalkRows, type TalkRow } from "@/lib/scope/talk-rows";
import { getDatabase } from "@/lib/server/database";
import { mayAct, requireMember } from "@/lib/server/gate";

/** What a scope of the workspace can be made of. */
export async function loadScopeChoices(workspaceId: WorkspaceId): Promise<ScopeChoices> {
  const { buckets, rules, overrides } = await readUse(workspaceId);
  return listScopeChoices(buckets, rules, overrides);
}

export interface TalkView {
  readonly slug: string;
  readonly mayChange: boolean;
  readonly agents: readonly TalkRow[];
  readonly steps: readonly TalkRow[];
}

/** The agents and steps of a workspace, and whether their calls talk to a person. */
export async function loadTalk(slug: string): Promise<TalkView> {
  const { workspaceId, workspace, role } = await requireMember(slug);
  const { buckets, rules, overrides } = await readUse(workspaceId);
  return {
    slug: workspace.slug,
    mayChange: mayAct(role, "admin"),
    agents: listTalkRows("agent", buckets, rules, overrides),
    steps: listTalkRows("step", buckets, rules, overrides),
  };
}

async function readUse(workspaceId: WorkspaceId) {
  const db = getDatabase();
  const [buckets, rules, overrides] = await Promise.all([
    listUseBuckets(db, workspaceId),
    listHumanFacingRules(db, workspaceId),
    listLivePrices(db, workspaceId),
  ]);
  return { buckets, rules, overrides };
}
