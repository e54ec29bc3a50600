import { streamCalls } from "@/lib/server/calls/stream-calls";
import { atEdge, refusalResponse } from "@/lib/server/edge";
import { proveMember } from "@/lib/server/gate";

type Context = { params: Promise<{ workspace: string }> };

/** The list of calls as CSV: the same address, filter and order as the screen. */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return atEdge(async () => {
    const proof = await proveMember((await params).workspace, "viewer");
    return proof.ok ? streamCalls(proof.value.workspaceId, request, "csv") : refusalResponse(proof);
  });
}
