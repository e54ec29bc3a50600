import { atEdge, refusalResponse } from "@/lib/server/edge";
import { proveMember } from "@/lib/server/gate";
import { loadNewestSent } from "@/lib/server/imports/load-newest-sent";

type Context = { params: Promise<{ workspace: string }> };

/** What a program sent last, with the key `?key=` or any, for who waits for the first call. */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return atEdge(async () => {
    const proof = await proveMember((await params).workspace, "viewer");
    if (!proof.ok) return refusalResponse(proof);
    const key = new URL(request.url).searchParams.get("key");
    return Response.json({ receipt: await loadNewestSent(proof.value.workspaceId, key) });
  });
}
