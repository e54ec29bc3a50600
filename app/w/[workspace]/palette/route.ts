import { atEdge, refusalResponse } from "@/lib/server/edge";
import { proveMember } from "@/lib/server/gate";
import { answerPalette } from "@/lib/server/palette/answer-palette";

type Context = { params: Promise<{ workspace: string }> };

/** What the command palette offers of a workspace, for what was typed. */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return atEdge(async () => {
    const proof = await proveMember((await params).workspace, "viewer");
    return proof.ok ? answerPalette(proof.value.workspaceId, request) : refusalResponse(proof);
  });
}
