import { atEdge, refusalResponse } from "@/lib/server/edge";
import { proveMember } from "@/lib/server/gate";
import { checkDraw } from "@/lib/server/labelling/check-draw";

type Context = { params: Promise<{ workspace: string; draw: string }> };

/** Draws a draw again from its record and says what differs. */
export function GET(_request: Request, { params }: Context): Promise<Response> {
  return atEdge(async () => {
    const { workspace, draw } = await params;
    const proof = await proveMember(workspace, "viewer");
    if (!proof.ok) return refusalResponse(proof);
    const checked = await checkDraw(proof.value, draw);
    return checked.ok ? Response.json(checked.value) : refusalResponse(checked);
  });
}
