import { atEdge, refusalResponse } from "@/lib/server/edge";
import { proveMember, refuseForeignOrigin } from "@/lib/server/gate";
import { receiveUpload } from "@/lib/server/imports/receive-upload";

type Context = { params: Promise<{ workspace: string }> };

/** The browser's upload: like `POST /api/v1/imports`, for the signed-in person. */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return atEdge(async () => {
    const { workspace } = await params;
    const proof = refuseForeignOrigin(request) ?? (await proveMember(workspace, "admin"));
    return proof.ok ? receiveUpload(request, proof.value, "upload") : refusalResponse(proof);
  });
}
