import { readMessage } from "@/lib/server/calls/read-message";
import { atEdge, refusalResponse } from "@/lib/server/edge";
import { proveMember } from "@/lib/server/gate";

type Context = { params: Promise<{ workspace: string; id: string; place: string }> };

/** One message of a call, whole, as plain text that no browser takes for anything else. */
export function GET(_request: Request, { params }: Context): Promise<Response> {
  return atEdge(async () => {
    const { workspace, id, place } = await params;
    const proof = await proveMember(workspace, "viewer");
    if (!proof.ok) return refusalResponse(proof);
    const text = await readMessage(proof.value.workspaceId, id, place);
    if (!text.ok) return refusalResponse(text);
    return new Response(text.value, {
      headers: {
        "content-type": "text/plain; charset=utf-8",
        "x-content-type-options": "nosniff",
        "content-security-policy": "sandbox",
        "cache-control": "private, no-store",
      },
    });
  });
}
