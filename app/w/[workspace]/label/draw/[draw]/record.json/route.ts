import { atEdge, refusalResponse } from "@/lib/server/edge";
import { proveMember } from "@/lib/server/gate";
import { answerDrawRecord } from "@/lib/server/labelling/answer-draw";
import { sightOf } from "@/lib/server/labelling/sight-of";

type Context = { params: Promise<{ workspace: string; draw: string }> };

/** The record of a draw: all that drawing it again needs. */
export function GET(_request: Request, { params }: Context): Promise<Response> {
  return atEdge(async () => {
    const { workspace, draw } = await params;
    const proof = await proveMember(workspace, "viewer");
    if (!proof.ok) return refusalResponse(proof);
    return answerDrawRecord(proof.value.workspaceId, draw, await sightOf(proof.value));
  });
}
