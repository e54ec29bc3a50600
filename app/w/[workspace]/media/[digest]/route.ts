import { atEdge, refusalResponse } from "@/lib/server/edge";
import { proveMember } from "@/lib/server/gate";
import { downloadMedia } from "@/lib/server/media/download-media";

type Context = { params: Promise<{ workspace: string; digest: string }> };

/** An image, audio or file that stood in a message, where the workspace keeps them. */
export function GET(_request: Request, { params }: Context): Promise<Response> {
  return atEdge(async () => {
    const { workspace, digest } = await params;
    const proof = await proveMember(workspace, "viewer");
    if (!proof.ok) return refusalResponse(proof);
    const file = await downloadMedia(proof.value.workspaceId, digest);
    return file.ok ? file.value : refusalResponse(file);
  });
}
