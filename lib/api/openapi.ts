import { z } from "zod";
import type { BodyDoc, RouteDoc } from "./route-doc";

type Json = Record<string, unknown>;

const REFUSALS: Record<number, string> = {
  401: "No API key, or an unknown or revoked one",
  403: "The key may not do this",
  404: "There is no such thing, and the message says why",
  409: "It is in the way of something else",
  413: "Too large",
  422: "A parameter or the body is wrong; the message says which, and what it may be",
};

/** What every refusal looks like. */
const Refusal = z.object({
  error: z.object({ code: z.string(), message: z.string() }),
});

/** The description of the API in OpenAPI 3.1, made from the schemas that its routes parse and answer by. */
export function makeOpenApi(routes: readonly RouteDoc[], baseUrl: string): Json {
  const schemas: Json = { Refusal: toSchema(Refusal) };
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    for (const body of [route.body, route.answer]) {
      if (body !== undefined && "schema" in body) schemas[body.name] = toSchema(body.schema);
    }
    paths[route.path] = { ...paths[route.path], [route.method]: operationOf(route) };
  }
  return {
    openapi: "3.1.0",
    info: { title: "Assay", version: "1" },
    servers: [{ url: `${baseUrl}/api/v1` }],
    security: [{ key: [] }],
    paths,
    components: {
      schemas,
      securitySchemes: {
        key: { type: "http", scheme: "bearer", description: "An API key of the workspace" },
      },
    },
  };
}

function operationOf({ path, summary, scope, query, body, answer, refusals = [] }: RouteDoc): Json {
  const statuses = scope === null ? refusals : [401, 403, ...refusals];
  return {
    summary: scope === null ? summary : `${summary} (key of the scope ${scope})`,
    ...(scope === null ? { security: [] } : {}),
    parameters: [...pathParameters(path), ...(query ?? []).flatMap(queryParameters)],
    ...(body === undefined ? {} : { requestBody: { required: true, ...contentOf(body) } }),
    responses: {
      200: {
        description: "description" in answer ? answer.description : summary,
        ...contentOf(answer),
      },
      ...Object.fromEntries(
        statuses.map((status) => [
          status,
          { description: REFUSALS[status], ...contentOf({ name: "Refusal", schema: Refusal }) },
        ]),
      ),
    },
  };
}

const contentOf = (body: BodyDoc): Json => ({
  content:
    "schema" in body
      ? { "application/json": { schema: { $ref: `#/components/schemas/${body.name}` } } }
      : Object.fromEntries(body.media.map((media) => [media, {}])),
});

const pathParameters = (path: string): Json[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));

function queryParameters(query: z.ZodObject): Json[] {
  const { properties = {} } = toSchema(query) as { properties?: Record<string, Json> };
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: "query",
    required: false,
    ...(description === undefined ? {} : { description }),
    // what a schema reads from text and turns into something else is text to whoever sends it
    schema: Object.keys(schema).length === 0 ? { type: "string" } : schema,
  }));
}

function toSchema(schema: z.ZodType): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { unrepresentable: "any" });
  return rest;
}
