import { atEdge, refusalResponse } from "@/lib/server/edge";
import { proveApiKey } from "@/lib/server/gate";
import { answerLabels } from "@/lib/server/labelling/answer-labels";
import { receiveLabels } from "@/lib/server/labelling/import-labels";

/** `GET /api/v1/labels?limit=&cursor=&draw=&current=&format=`: every label that is stored. */
export function GET(request: Request): Promise<Response> {
  return atEdge(async () => {
    const proof = await proveApiKey(request, "read");
    return proof.ok ? answerLabels(proof.value.workspaceId, request) : refusalResponse(proof);
  });
}

/** `POST /api/v1/labels`: labels made elsewhere, one JSON object a line; the answer is their receipt. */
export function POST(request: Request): Promise<Response> {
  return atEdge(async () => {
    const proof = await proveApiKey(request, "ingest");
    if (!proof.ok) return refusalResponse(proof);
    const receipt = await receiveLabels(proof.value, request);
    return receipt.ok ? Response.json(receipt.value) : refusalResponse(receipt);
  });
}
