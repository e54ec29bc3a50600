import { makeOpenApi } from "@/lib/api/openapi";
import { API_ROUTES } from "@/lib/api/routes";
import { atEdge } from "@/lib/server/edge";
import { getEnv } from "@/lib/server/env";

/** `GET /api/v1/openapi.json`: the description of this API; anybody may read it. */
export function GET(): Promise<Response> {
  return atEdge(async () =>
    Response.json(makeOpenApi(API_ROUTES, getEnv().baseUrl), {
      headers: { "access-control-allow-origin": "*" },
    }),
  );
}
