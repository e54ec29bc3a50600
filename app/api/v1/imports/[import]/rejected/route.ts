import { refused } from "@/lib/result";
import { atEdge, refusalResponse } from "@/lib/server/edge";
import { proveApiKey } from "@/lib/server/gate";
import { getReceipt } from "@/lib/server/imports/load-imports";
import { streamRejected } from "@/lib/server/imports/stream-rejected";

type Context = { params: Promise<{ import: string }> };

/** `GET /api/v1/imports/<id>/rejected`: what was rejected, as JSONL. */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return atEdge(async () => {
    const proof = await proveApiKey(request, "read");
    if (!proof.ok) return refusalResponse(proof);
    const { import: id } = await params;
    const receipt = await getReceipt(proof.value.workspaceId, id);
    if (!receipt) return refusalResponse(refused("not_found", "There is no such import."));
    return streamRejected(proof.value.workspaceId, id);
  });
}
