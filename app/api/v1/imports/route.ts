import { atEdge, refusalResponse } from "@/lib/server/edge";
import { proveApiKey } from "@/lib/server/gate";
import { receiveUpload } from "@/lib/server/imports/receive-upload";

/** `POST /api/v1/imports?name=&format=&mapping=`: the body is the file as it is; the answer its receipt. */
export function POST(request: Request): Promise<Response> {
  return atEdge(async () => {
    const proof = await proveApiKey(request, "ingest");
    return proof.ok ? receiveUpload(request, proof.value, "api") : refusalResponse(proof);
  });
}
