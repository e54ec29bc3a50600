import { atEdge, refusalResponse } from "@/lib/server/edge";
import { proveMember } from "@/lib/server/gate";
import { getReceipt } from "@/lib/server/imports/load-imports";
import { streamRejected } from "@/lib/server/imports/stream-rejected";
import { refused } from "@/lib/result";

type Context = { params: Promise<{ workspace: string; import: string }> };

/** The list of what was rejected, to download. */
export function GET(_request: Request, { params }: Context): Promise<Response> {
  return atEdge(async () => {
    const { workspace, import: id } = await params;
    const proof = await proveMember(workspace, "viewer");
    if (!proof.ok) return refusalResponse(proof);
    const receipt = await getReceipt(proof.value.workspaceId, id);
    if (!receipt) return refusalResponse(refused("not_found", "There is no such import."));
    return streamRejected(proof.value.workspaceId, id);
  });
}
