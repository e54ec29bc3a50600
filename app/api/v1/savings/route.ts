import { atEdge, refusalResponse } from "@/lib/server/edge";
import { proveApiKey } from "@/lib/server/gate";
import { answerSavings } from "@/lib/server/savings/answer-savings";

/** `GET /api/v1/savings`: the assumptions and the scope as in the address of the savings page. */
export function GET(request: Request): Promise<Response> {
  return atEdge(async () => {
    const proof = await proveApiKey(request, "read");
    if (!proof.ok) return refusalResponse(proof);
    const answer = await answerSavings(proof.value, request);
    return answer.ok ? Response.json(answer.value) : refusalResponse(answer);
  });
}
