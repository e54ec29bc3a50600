import { answerCalls } from "@/lib/server/calls/stream-calls";
import { atEdge, refusalResponse } from "@/lib/server/edge";
import { proveApiKey } from "@/lib/server/gate";

/** `GET /api/v1/calls?limit=&cursor=`, with the filters and sorts of the list. */
export function GET(request: Request): Promise<Response> {
  return atEdge(async () => {
    const proof = await proveApiKey(request, "read");
    return proof.ok ? answerCalls(proof.value.workspaceId, request) : refusalResponse(proof);
  });
}
