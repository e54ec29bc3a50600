import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { POST } from "@/app/api/otel/v1/traces/route";
import { calls, imports, nodes } from "@/db/schema";
import { openTestDatabase } from "@/lib/server/testing";
import { makeTestKey } from "./testing";

let test: Awaited<ReturnType<typeof openTestDatabase>>;

beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test?.close());

const PNG = `iVBORw0KGgo${"Ab1+/9xZ".repeat(20_000)}`;
const attribute = (key: string, stringValue: string) => ({ key, value: { stringValue } });

it("takes images out of spans, and counts those asked alike once, however often they come", async () => {
  const home = await makeTestKey(test.db, "spans with images");
  const span = (n: number) => ({
    traceId: String(n).padStart(32, "0"),
    spanId: String(n).padStart(16, "0"),
    name: "chat",
    startTimeUnixNano: "1795294372545000000",
    endTimeUnixNano: "1795294373545000000",
    attributes: [
      attribute("gen_ai.operation.name", "chat"),
      attribute("gen_ai.request.model", "gpt-4.1"),
      attribute(
        "gen_ai.input.messages",
        JSON.stringify([
          {
            role: "user",
            parts: [
              { type: "text", content: `Read invoice ${n}` },
              { type: "blob", modality: "image", mime_type: "image/png", content: PNG },
            ],
          },
        ]),
      ),
    ],
  });
  const send = (...spans: object[]) =>
    POST(
      new Request("http://localhost/", {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${home.secret}` },
        body: JSON.stringify({ resourceSpans: [{ scopeSpans: [{ spans }] }] }),
      }),
    );
  expect((await send(span(1), span(2))).status).toBe(200);
  expect((await send(span(3))).status).toBe(200);
  expect((await send(span(2), span(3))).status).toBe(200);
  const bodies = await test.db.select({ body: nodes.body }).from(nodes);
  expect(Math.max(...bodies.map(({ body }) => body.length))).toBeLessThan(1000);
  const stored = await test.db
    .select({ alike: calls.nearDuplicate, modality: calls.modality })
    .from(calls)
    .where(eq(calls.workspaceId, home.workspaceId));
  expect(stored.map(({ alike }) => alike).toSorted()).toEqual([false, true, true]);
  expect(new Set(stored.map(({ modality }) => modality))).toEqual(new Set(["text+image"]));
  const [row] = await test.db
    .select({ near: imports.nearDuplicate, known: imports.callsKnown })
    .from(imports)
    .where(eq(imports.workspaceId, home.workspaceId));
  expect(row).toEqual({ near: 2, known: 2 });
});
