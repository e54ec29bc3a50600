import { atEdge, refusalResponse } from "@/lib/server/edge";
import { proveMember } from "@/lib/server/gate";
import { loadScopeChoices } from "@/lib/server/scope/load-scope-choices";

type Context = { params: Promise<{ workspace: string }> };

/** What a scope can be made of: asked for when somebody opens its editor. */
export function GET(_request: Request, { params }: Context): Promise<Response> {
  return atEdge(async () => {
    const { workspace } = await params;
    const proof = await proveMember(workspace, "viewer");
    if (!proof.ok) return refusalResponse(proof);
    return Response.json(await loadScopeChoices(proof.value.workspaceId));
  });
}
