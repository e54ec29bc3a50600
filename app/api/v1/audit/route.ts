import { atEdge, refusalResponse } from "@/lib/server/edge";
import { proveApiKey } from "@/lib/server/gate";
import { answerAudit } from "@/lib/server/overview/answer-audit";

/** `GET /api/v1/audit?unit=&rater=`, and the scope as in the address of a page. */
export function GET(request: Request): Promise<Response> {
  return atEdge(async () => {
    const proof = await proveApiKey(request, "read");
    if (!proof.ok) return refusalResponse(proof);
    const answer = await answerAudit(proof.value, request);
    return answer.ok ? Response.json(answer.value) : refusalResponse(answer);
  });
}
