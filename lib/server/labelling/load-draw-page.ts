import { listClusters } from "@/db/queries/clusters/list-clusters";
import { countFrame } from "@/db/queries/labelling/count-frame";
import { getTeamPace } from "@/db/queries/labelling/get-team-pace";
import { listClusterFrames } from "@/db/queries/labelling/list-cluster-frames";
import { listDraws } from "@/db/queries/labelling/list-draws";
import { listLabellers } from "@/db/queries/labelling/list-labellers";
import { listHumanFacingRules } from "@/db/queries/scope/list-human-facing-rules";
import { describeScope } from "@/lib/scope/describe-scope";
import { parseStoredScope } from "@/lib/scope/scope";
import { chooseScope, type ParamRecord } from "@/lib/scope/scope-params";
import { viewScope } from "@/lib/scope/scope-view";
import { getDatabase } from "@/lib/server/database";
import { mayAct, requireMember } from "@/lib/server/gate";
import { loadScopeSummary } from "@/lib/server/scope/load-scope-summary";
import { readVerdictCounts } from "./read-verdict-counts";
import { sightOf } from "./sight-of";

/** What a draw can be planned on within the scope of the address, and the draws that there are. */
export async function loadDrawPage(slug: string, searchParams: ParamRecord) {
  const member = await requireMember(slug);
  const { workspaceId, workspace, role } = member;
  const db = getDatabase();
  const ofWorkspace = parseStoredScope(workspace.scope);
  const scope = chooseScope(searchParams, ofWorkspace);
  const scoping = { scope, rules: await listHumanFacingRules(db, workspaceId) };
  const sight = await sightOf(member);
  const [summary, counts, frames, verdicts, draws, named, labellers, pace] = await Promise.all([
    loadScopeSummary(db, workspaceId, scoping),
    countFrame(db, workspaceId, scoping),
    listClusterFrames(db, workspaceId, scoping),
    readVerdictCounts(db, workspaceId, scoping, sight),
    listDraws(db, workspaceId),
    listClusters(db, workspaceId),
    listLabellers(db, workspaceId),
    getTeamPace(db, workspaceId),
  ]);
  const names = new Map(named.map(({ id, name }) => [id, name]));
  const none = { viable: 0, settled: 0 };
  const clusters = frames.map((frame) => ({
    ...frame,
    ...(verdicts.get(frame.clusterId) ?? none),
  }));
  // today's date as digits: easy to say, and nobody chose it for its result
  const seed = new Date().toISOString().slice(0, 10).replaceAll("-", "");
  return {
    scope: viewScope(summary, ofWorkspace),
    counts,
    clusters,
    draws: draws.map(({ scope: drawn, ...draw }) => ({
      ...draw,
      scope: describeScope(parseStoredScope(drawn), names),
    })),
    labellers,
    pace,
    seed,
    mayDraw: mayAct(role, "admin"),
  };
}
