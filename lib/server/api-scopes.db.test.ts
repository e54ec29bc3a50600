import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApiKey } from "@/lib/server/settings/create-api-key";
import { makeTestWorkspace, openTestDatabase } from "@/lib/server/testing";
import type { NeededScope } from "@/lib/workspaces/key-scope";

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
type Method = (typeof METHODS)[number];

/** What each address of the API needs of a key, by method where they differ; "open" with the reason why it needs none. */
const SCOPES: Record<
  string,
  NeededScope | `open: ${string}` | Partial<Record<Method, NeededScope>>
> = {
  "auth/[...all]": "open: signing in",
  health: "open: says only whether the server is well",
  "langfuse/api/public/ingestion": "ingest",
  "langfuse/api/public/otel/v1/traces": "ingest",
  "langsmith/feedback": "ingest",
  "langsmith/info": "open: a constant, asked before anything is sent",
  "langsmith/otel/v1/traces": "ingest",
  "langsmith/runs": "ingest",
  "langsmith/runs/[run]": "ingest",
  "langsmith/runs/batch": "ingest",
  "langsmith/runs/multipart": "ingest",
  "otel/v1/logs": "ingest",
  "otel/v1/metrics": "open: what is sent is dropped unread",
  "otel/v1/traces": "ingest",
  "v1/audit": "read",
  "v1/calls": "read",
  "v1/clusters": "read",
  "v1/draws/[draw]": "read",
  "v1/imports": "ingest",
  "v1/imports/[import]": "read",
  "v1/imports/[import]/rejected": "read",
  "v1/labels": { GET: "read", POST: "ingest" },
  "v1/openapi.json": "open: describes the API, and no workspace",
  "v1/routes.yaml": "read",
  "v1/savings": "read",
  "v1/traces": "read",
};

const folder = fileURLToPath(new URL("../../app/api/", import.meta.url));
const found = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith("route.ts"))
  .map((path) => dirname(path))
  .toSorted();

type Closed = { route: string; needs: NeededScope; method: Method | null };
type Handler = (request: Request, context: unknown) => Promise<Response>;
const params = Promise.resolve({ import: "1", run: "1", all: [] });

let test: Awaited<ReturnType<typeof openTestDatabase>>;
const secrets: Record<NeededScope, string> = { ingest: "", read: "" };

beforeAll(async () => {
  test = await openTestDatabase();
  const home = await makeTestWorkspace(test.db, "api");
  for (const scope of ["ingest", "read"] as const) {
    const made = await createApiKey({ ...home, role: "admin" }, { name: scope, scope });
    if (made.ok) secrets[scope] = made.value.secret;
  }
});
afterAll(() => test?.close());

async function ask(
  route: string,
  secret: string | null,
  only: Method | null = null,
): Promise<{ status: number; text: string }[]> {
  const file = pathToFileURL(join(folder, route, "route.ts")).href;
  const handlers: Record<string, Handler> = await import(/* @vite-ignore */ file);
  return Promise.all(
    METHODS.filter((method) => method in handlers && (only ?? method) === method).map(
      async (method) => {
        const request = new Request(`http://localhost/api/${route}`, {
          method,
          headers: {
            "content-type": "application/json",
            ...(secret === null ? {} : { authorization: `Bearer ${secret}` }),
          },
          ...(method === "GET" ? {} : { body: "{}" }),
        });
        const answer = await handlers[method]?.(request, { params });
        return { status: answer?.status ?? 0, text: (await answer?.text()) ?? "" };
      },
    ),
  );
}

describe("the addresses of the API", () => {
  it("all stand in the table above", () => {
    expect(found).toEqual(Object.keys(SCOPES).toSorted());
  });

  const closed = Object.entries(SCOPES).flatMap(([route, needs]): Closed[] => {
    if (typeof needs === "object")
      return METHODS.flatMap((method) => {
        const one = needs[method];
        return one ? [{ route, needs: one, method }] : [];
      });
    return needs === "read" || needs === "ingest" ? [{ route, needs, method: null }] : [];
  });
  it.each(closed)("$route $method needs a key of the scope $needs", async (one) => {
    const { route, needs, method } = one;
    const answers = await ask(route, needs === "read" ? secrets.ingest : secrets.read, method);
    expect(answers.length).toBeGreaterThan(0);
    for (const { status, text } of answers) {
      expect(status).toBe(403);
      expect(text.replaceAll("\\", "")).toContain(`of the scope "${needs}"`);
    }
    for (const secret of [null, "assay_unknown"]) {
      for (const { status } of await ask(route, secret, method)) expect(status).toBe(401);
    }
    for (const { status, text } of await ask(route, secrets[needs], method)) {
      expect(status).not.toBe(500);
      expect(text).not.toContain("This address needs an API key");
    }
  });
});
