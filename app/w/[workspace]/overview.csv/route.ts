import { atEdge } from "@/lib/server/edge";
import { downloadOverview } from "@/lib/server/overview/download-overview";

type Context = { params: Promise<{ workspace: string }> };

/** The overview as CSV, in the unit and on the assumptions of the address. */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return atEdge(async () => downloadOverview(request, (await params).workspace, "csv"));
}
