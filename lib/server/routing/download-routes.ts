import { refusalResponse } from "@/lib/server/edge";
import { proveMember } from "@/lib/server/gate";
import { sightOf } from "@/lib/server/labelling/sight-of";
import { draftRoutes } from "./draft-routes";

/** The draft as a file; it says of itself that it is one. */
export async function downloadRoutes(slug: string): Promise<Response> {
  const proof = await proveMember(slug, "viewer");
  if (!proof.ok) return refusalResponse(proof);
  const { file } = await draftRoutes(proof.value, await sightOf(proof.value));
  if (!file.ok) return refusalResponse(file);
  return new Response(file.value, {
    headers: {
      "content-type": "application/yaml; charset=utf-8",
      "content-disposition": `attachment; filename="${slug}.draft.routes.yaml"`,
      "cache-control": "no-store",
    },
  });
}
