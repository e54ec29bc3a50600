import { atEdge, refusalResponse } from "@/lib/server/edge";
import { proveApiKey } from "@/lib/server/gate";
import { answerLabels } from "@/lib/server/labelling/answer-labels";

/** `GET /api/v1/labels?limit=&cursor=&draw=&current=&format=`: every label that is stored. */
export function GET(request: Request): Promise<Response> {
  return atEdge(async () => {
    const proof = await proveApiKey(request, "read");
    return proof.ok ? answerLabels(proof.value.workspaceId, request) : refusalResponse(proof);
  });
}
