import { refused } from "@/lib/result";
import { atEdge, refusalResponse } from "@/lib/server/edge";
import { getEnv } from "@/lib/server/env";
import { proveApiKey } from "@/lib/server/gate";

/** `GET /api/v1/routes.yaml`: the newest approved release; there is none yet, and this says so. */
export function GET(request: Request): Promise<Response> {
  return atEdge(async () => {
    const proof = await proveApiKey(request, "read");
    if (!proof.ok) return refusalResponse(proof);
    const draft = `${getEnv().baseUrl}/w/${proof.value.workspace.slug}/routing`;
    return refusalResponse(
      refused(
        "not_found",
        `No release of the routes has been approved, so there is nothing that a router should apply. A draft can be read and downloaded at ${draft}`,
      ),
      { draft },
    );
  });
}
