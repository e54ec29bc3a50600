import { atEdge, refusalResponse } from "@/lib/server/edge";
import { proveMember, refuseForeignOrigin } from "@/lib/server/gate";
import { submitLabels } from "@/lib/server/labelling/submit-labels";

type Context = { params: Promise<{ workspace: string }> };

/** Takes a JSON array of 1 to 50 labels and answers what became of each. Safe to send again. */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return atEdge(async () => {
    const { workspace } = await params;
    const proof = refuseForeignOrigin(request) ?? (await proveMember(workspace, "reviewer"));
    if (!proof.ok) return refusalResponse(proof);
    const batch: unknown = await request.json().catch(() => null);
    const answer = await submitLabels(proof.value, batch);
    return answer.ok ? Response.json({ results: answer.value }) : refusalResponse(answer);
  });
}
