import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { POST as postEvents } from "@/app/api/langfuse/api/public/ingestion/route";
import { POST as postSpans } from "@/app/api/otel/v1/traces/route";
import { openTestDatabase } from "@/lib/server/testing";
import { makeTestKey } from "./testing";

let test: Awaited<ReturnType<typeof openTestDatabase>>;

beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test?.close());

const PLANTED = "planted.person@example.org";
const attribute = (key: string, stringValue: string) => ({ key, value: { stringValue } });
const messages = (role: string, content: string) =>
  JSON.stringify([{ role, parts: [{ type: "text", content }] }]);

it("stores nothing of what was planted in a span, wherever it stands", async () => {
  const home = await makeTestKey(test.db, "planted");
  const send = (door: typeof postSpans, body: object) =>
    door(
      new Request("http://localhost/", {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${home.secret}` },
        body: JSON.stringify(body),
      }),
    );
  const span = (n: number, name: string, attributes: object[]) => ({
    traceId: "1".padStart(32, "0"),
    spanId: String(n).padStart(16, "0"),
    parentSpanId: n === 1 ? "" : "1".padStart(16, "0"),
    name,
    startTimeUnixNano: "1795294372545000000",
    endTimeUnixNano: "1795294373545000000",
    status: { code: 2, message: `no mail to ${PLANTED}` },
    attributes,
  });
  const spans = [
    span(1, `agent of ${PLANTED}`, [
      attribute("gen_ai.operation.name", "invoke_agent"),
      attribute("gen_ai.agent.name", PLANTED),
      attribute("user.id", PLANTED),
    ]),
    span(2, "chat", [
      attribute("gen_ai.operation.name", "chat"),
      attribute("gen_ai.request.model", "gpt-4.1"),
      attribute("gen_ai.input.messages", messages("user", `Write to ${PLANTED}`)),
      attribute("gen_ai.output.messages", messages("assistant", `To: ${PLANTED}`)),
      attribute("gen_ai.tool.definitions", `[{"name":"mail","description":"as ${PLANTED}"}]`),
    ]),
    span(3, "execute_tool mail", [
      attribute("gen_ai.operation.name", "execute_tool"),
      attribute("gen_ai.tool.call.arguments", `{"to":"${PLANTED}"}`),
    ]),
    { name: PLANTED },
  ];
  expect((await send(postSpans, { resourceSpans: [{ scopeSpans: [{ spans }] }] })).status).toBe(
    200,
  );
  const score = (body: object) => ({ id: "e", type: "score-create", timestamp: "2026", body });
  const batch = [
    score({ observationId: PLANTED, name: "correct", value: 1 }),
    score({ observationId: "later", name: "mood", value: `ask ${PLANTED}`, comment: PLANTED }),
    { id: PLANTED, type: PLANTED },
  ];
  expect((await send(postEvents, { batch })).status).toBe(207);
  const tables = await test.db.execute<{ name: string }>(sql`
    SELECT table_name AS name FROM information_schema.columns
    WHERE column_name = 'workspace_id' AND table_schema = 'public' GROUP BY 1`);
  for (const { name } of tables) {
    const [row] = await test.db.execute<{ hits: number }>(sql`
      SELECT count(*)::int AS hits FROM ${sql.identifier(name)} stored
      WHERE stored::text LIKE ${`%${PLANTED}%`}`);
    expect([name, row?.hits]).toEqual([name, 0]);
  }
  const marked = await test.db.execute<{ redacted: boolean }>(
    sql`SELECT redacted FROM calls WHERE preview LIKE '%[email:%'`,
  );
  expect([...marked]).toEqual([{ redacted: true }]);
});
