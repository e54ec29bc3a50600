import { atEdge } from "@/lib/server/edge";
import { downloadRoutes } from "@/lib/server/routing/download-routes";

type Context = { params: Promise<{ workspace: string }> };

/** The draft of the routes, to download. */
export function GET(_request: Request, { params }: Context): Promise<Response> {
  return atEdge(async () => downloadRoutes((await params).workspace));
}
