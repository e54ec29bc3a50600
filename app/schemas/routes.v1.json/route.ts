import { routesJsonSchema } from "@/lib/routing/routes-file";

/** The JSON Schema of the routes file; anybody may read it. */
export function GET(): Response {
  return Response.json(routesJsonSchema, {
    headers: {
      "content-type": "application/schema+json",
      "access-control-allow-origin": "*",
      "cache-control": "public, max-age=3600",
    },
  });
}
