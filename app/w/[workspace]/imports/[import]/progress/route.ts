import { refused } from "@/lib/result";
import { atEdge, refusalResponse } from "@/lib/server/edge";
import { proveMember } from "@/lib/server/gate";
import { getReceipt } from "@/lib/server/imports/load-imports";

type Context = { params: Promise<{ workspace: string; import: string }> };

/** The receipt as it stands, for whoever watches an import run. */
export function GET(_request: Request, { params }: Context): Promise<Response> {
  return atEdge(async () => {
    const { workspace, import: id } = await params;
    const proof = await proveMember(workspace, "viewer");
    if (!proof.ok) return refusalResponse(proof);
    const receipt = await getReceipt(proof.value.workspaceId, id);
    return receipt
      ? Response.json(receipt)
      : refusalResponse(refused("not_found", "There is no such import."));
  });
}
