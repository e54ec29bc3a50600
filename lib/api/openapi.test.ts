import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { SCOPE_PARAMS } from "@/lib/scope/scope-params";
import { makeOpenApi } from "./openapi";
import { API_ROUTES } from "./routes";
import { ScopeQuery } from "./scope-query";

const folder = fileURLToPath(new URL("../../app/api/v1/", import.meta.url));

/** `GET /imports/{import}` for each method that a route of the API exports. */
const built = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith("/route.ts"))
  .flatMap((path) => {
    const source = readFileSync(join(folder, path), "utf8");
    const address = `/${path.replace(/\/route\.ts$/, "").replaceAll(/\[(\w+)\]/g, "{$1}")}`;
    const exported = source.matchAll(/^export (?:async )?(?:function|const) ([A-Z]+)\b/gm);
    return [...exported].map(([, method]) => `${method} ${address}`);
  });

const Document = z.object({
  openapi: z.string(),
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
});
const document = Document.parse(makeOpenApi(API_ROUTES, "https://assay.example.org"));

describe("the description of the API", () => {
  it("tells of every route that there is, and of no other", () => {
    const told = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(told.toSorted()).toEqual(built.toSorted());
    expect(told).toHaveLength(API_ROUTES.length);
  });

  it("names no schema that it does not hold", () => {
    const named = JSON.stringify(document.paths).matchAll(/#\/components\/schemas\/(\w+)/g);
    for (const [, name] of named) expect(document.components.schemas).toHaveProperty(name ?? "");
  });

  it("is made from the schemas that answers pass through", () => {
    const { Audit } = document.components.schemas;
    expect(Audit).toMatchObject({
      type: "object",
      properties: {
        overall: {
          items: { properties: { share: { anyOf: [{ minimum: 0, maximum: 1 }, {}] } } },
        },
      },
    });
    const limit = { default: 50, maximum: 1000 };
    expect(document.paths["/calls"]?.get).toMatchObject({
      parameters: expect.arrayContaining([
        expect.objectContaining({ name: "limit", schema: expect.objectContaining(limit) }),
      ]),
    });
  });

  it("says every parameter of a scope", () => {
    expect(Object.keys(ScopeQuery.shape).toSorted()).toEqual([...SCOPE_PARAMS].toSorted());
  });
});
