import { streamAudit } from "@/lib/server/audit/stream-audit";
import { atEdge, refusalResponse } from "@/lib/server/edge";
import { proveMember } from "@/lib/server/gate";

type Context = { params: Promise<{ workspace: string }> };

/** The audit log as CSV: the same address and filters as the screen. */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return atEdge(async () => {
    const proof = await proveMember((await params).workspace, "admin");
    return proof.ok ? streamAudit(proof.value.workspaceId, request, "csv") : refusalResponse(proof);
  });
}
