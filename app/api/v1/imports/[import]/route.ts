import { refused } from "@/lib/result";
import { atEdge, refusalResponse } from "@/lib/server/edge";
import { proveApiKey } from "@/lib/server/gate";
import { getReceipt } from "@/lib/server/imports/load-imports";

type Context = { params: Promise<{ import: string }> };

/** `GET /api/v1/imports/<id>`: the receipt, also while it runs. */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return atEdge(async () => {
    const proof = await proveApiKey(request, "read");
    if (!proof.ok) return refusalResponse(proof);
    const receipt = await getReceipt(proof.value.workspaceId, (await params).import);
    return receipt
      ? Response.json(receipt)
      : refusalResponse(refused("not_found", "There is no such import."));
  });
}
