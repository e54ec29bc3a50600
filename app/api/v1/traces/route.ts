import { atEdge, refusalResponse } from "@/lib/server/edge";
import { proveApiKey } from "@/lib/server/gate";
import { answerTraces } from "@/lib/server/traces/stream-traces";

/** `GET /api/v1/traces?limit=&cursor=`, with the search and order of the list. */
export function GET(request: Request): Promise<Response> {
  return atEdge(async () => {
    const proof = await proveApiKey(request, "read");
    return proof.ok ? answerTraces(proof.value.workspaceId, request) : refusalResponse(proof);
  });
}
