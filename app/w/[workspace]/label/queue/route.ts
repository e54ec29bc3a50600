import { atEdge, refusalResponse } from "@/lib/server/edge";
import { proveMember } from "@/lib/server/gate";
import { answerQueue } from "@/lib/server/labelling/answer-queue";

type Context = { params: Promise<{ workspace: string }> };

/** The next items of a draw for the signed-in person; nobody else's labels are in it. */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return atEdge(async () => {
    const { workspace } = await params;
    const proof = await proveMember(workspace, "reviewer");
    if (!proof.ok) return refusalResponse(proof);
    const query = Object.fromEntries(new URL(request.url).searchParams);
    const answer = await answerQueue(proof.value, query);
    return answer.ok ? Response.json(answer.value) : refusalResponse(answer);
  });
}
