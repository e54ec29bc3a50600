import { listClustersPage } from "@/lib/server/clusters/list-clusters-page";
import { atEdge, refusalResponse } from "@/lib/server/edge";
import { proveApiKey } from "@/lib/server/gate";

/** `GET /api/v1/clusters?limit=&cursor=&unit=&candidate=&escalation=&share=&cache=` */
export function GET(request: Request): Promise<Response> {
  return atEdge(async () => {
    const proof = await proveApiKey(request, "read");
    if (!proof.ok) return refusalResponse(proof);
    const params = Object.fromEntries(new URL(request.url).searchParams);
    const page = await listClustersPage(proof.value, params);
    return page.ok ? Response.json(page.value) : refusalResponse(page);
  });
}
