import { atEdge, refusalResponse } from "@/lib/server/edge";
import { proveMember } from "@/lib/server/gate";
import { streamTraces } from "@/lib/server/traces/stream-traces";

type Context = { params: Promise<{ workspace: string }> };

/** The list of traces as JSON: the same address, search and order as the screen. */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return atEdge(async () => {
    const proof = await proveMember((await params).workspace, "viewer");
    return proof.ok
      ? streamTraces(proof.value.workspaceId, request, "json")
      : refusalResponse(proof);
  });
}
