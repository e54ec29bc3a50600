import { atEdge } from "@/lib/server/edge";
import { downloadSavings } from "@/lib/server/savings/download-savings";

type Context = { params: Promise<{ workspace: string }> };

/** A table of the savings page as CSV, on the assumptions of the address: `?table=`. */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return atEdge(async () => downloadSavings(request, (await params).workspace, "csv"));
}
