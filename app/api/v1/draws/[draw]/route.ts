import { atEdge, refusalResponse } from "@/lib/server/edge";
import { proveApiKey } from "@/lib/server/gate";
import { answerDrawRecord } from "@/lib/server/labelling/answer-draw";

type Context = { params: Promise<{ draw: string }> };

/** `GET /api/v1/draws/<number>`: the record of a draw, from which it can be drawn again. */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return atEdge(async () => {
    const proof = await proveApiKey(request, "read");
    if (!proof.ok) return refusalResponse(proof);
    return answerDrawRecord(proof.value.workspaceId, (await params).draw);
  });
}
