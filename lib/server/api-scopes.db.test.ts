import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApiKey } from "@/lib/server/settings/create-api-key";
import { makeTestWorkspace, openTestDatabase } from "@/lib/server/testing";
import type { NeededScope } from "@/lib/workspaces/key-scope";

/** What each address of the API needs of a key; "open" with the reason why it needs none. */
const SCOPES: Record<string, NeededScope | `open: ${string}`> = {
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
  "v1/labels": "read",
  "v1/openapi.json": "open: describes the API, and no workspace",
  "v1/routes.yaml": "read",
  "v1/savings": "read",
  "v1/traces": "read",
};

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
const folder = fileURLToPath(new URL("../../app/api/", import.meta.url));
const found = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith("route.ts"))
  .map((path) => dirname(path))
  .toSorted();

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
): Promise<{ status: number; text: string }[]> {
  const file = pathToFileURL(join(folder, route, "route.ts")).href;
  const handlers: Record<string, Handler> = await import(/* @vite-ignore */ file);
  return Promise.all(
    METHODS.filter((method) => method in handlers).map(async (method) => {
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
    }),
  );
}

describe("the addresses of the API", () => {
  it("all stand in the table above", () => {
    expect(found).toEqual(Object.keys(SCOPES).toSorted());
  });

  const closed = Object.entries(SCOPES).filter(([, needs]) => !needs.startsWith("open"));
  it.each(closed)("%s needs a key of the scope %s", async (route, needs) => {
    const answers = await ask(route, needs === "read" ? secrets.ingest : secrets.read);
    expect(answers.length).toBeGreaterThan(0);
    for (const { status, text } of answers) {
      expect(status).toBe(403);
      expect(text.replaceAll("\\", "")).toContain(`of the scope "${needs}"`);
    }
    for (const secret of [null, "assay_unknown"]) {
      for (const { status } of await ask(route, secret)) expect(status).toBe(401);
    }
    for (const { status, text } of await ask(route, secrets[needs as NeededScope])) {
      expect(status).not.toBe(500);
      expect(text).not.toContain("This address needs an API key");
    }
  });
});
