import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { workspaces } from "@/db/schema";
import { addsUp, type Receipt } from "@/lib/imports/receipt";
import { makeTestWorkspace, openTestDatabase } from "@/lib/server/testing";
import { importFile } from "./import-file";

let test: Awaited<ReturnType<typeof openTestDatabase>>;

beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test?.close());

type Home = Awaited<ReturnType<typeof makeTestWorkspace>>;

async function receiptOf(lines: readonly string[], to: Home, name = "file"): Promise<Receipt> {
  async function* body() {
    yield Buffer.from(lines.join("\n"));
  }
  const { workspaceId, actor } = to;
  const input = { workspaceId, actor, name, source: "upload" as const, bytesTotal: null };
  const result = await importFile({ ...input, body: body() });
  if (!result.ok) throw new Error(result.message);
  return result.value;
}

/** Every text of every row of every table, but for those of accounts and of the server itself. */
async function everythingStored(): Promise<string> {
  const columns = await test.db.execute<{ table: string; column: string }>(sql`
    SELECT table_name AS table, column_name AS column FROM information_schema.columns
    WHERE table_schema = 'public' AND data_type IN ('text', 'jsonb', 'json', 'character varying')
      AND table_name NOT IN ('users', 'sessions', 'accounts', 'verifications')`);
  expect(columns.length).toBeGreaterThan(30);
  const texts = columns.map(async ({ table, column }) => {
    const rows = await test.db.execute<{ all: string | null }>(
      sql`SELECT string_agg(${sql.identifier(column)}::text, E'\n') AS all FROM ${sql.identifier(table)}`,
    );
    return rows[0]?.all ?? "";
  });
  return (await Promise.all(texts)).join("\n");
}

const planted = {
  system: "ghp_16C7e42F292c6912E7710c838347Ae178B4a",
  user: "jane.roe@example.org",
  part: "4111 1111 1111 1111",
  argument: "hunter2-argument",
  result: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
  answer: "GB82 WEST 1234 5698 7654 32",
  error: "sk-ant-api03-abcdefghijklmnopqrstuvwxyz0123456789",
  broken: "078-05-1120",
  escaped: "ann@example.net",
  longBroken:
    "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c",
  other: "correct-horse-other",
  conflict: "+31 6 1234 5678",
  settings: "AIzaSyA1234567890abcdefghijklmnopqrstuv",
  agent: "agent.owner@example.com",
  trace: "trace.owner@example.com",
  key: "glpat-abcdefghij0123456789",
  twin: "811228-9874",
  name: "file.owner@example.com",
};

const full = {
  trace_id: `run of ${planted.trace}`,
  span_id: "s1",
  agent: planted.agent,
  step_type: "reply",
  model: "gpt-4.1",
  provider: "openai",
  messages: [
    { role: "system", content: `Use ${planted.system}` },
    { role: "user", content: [{ type: "text", text: `I am ${planted.user}, ${planted.part}` }] },
    {
      role: "assistant",
      content: null,
      tool_calls: [
        {
          id: "call_1",
          type: "function",
          function: {
            name: "sign_in",
            arguments: JSON.stringify({ user: "jane", password: planted.argument, n: 1 }),
          },
        },
      ],
    },
    {
      role: "tool",
      tool_call_id: "call_1",
      content: `AKIAIOSFODNN7EXAMPLE ${planted.result} {"${planted.key}": 1}`,
    },
  ],
  response: { content: `Paid to ${planted.answer}.`, tool_calls: null },
  tools: [{ type: "function", function: { name: "x", description: `Key ${planted.settings}` } }],
  input_tokens: 100,
  output_tokens: 10,
  started_at: "2026-01-02T03:04:05Z",
  latency_ms: 1500,
  error: `401 for ${planted.error}`,
  correct: true,
};

const clean = {
  ...full,
  trace_id: "t2",
  span_id: "s2",
  agent: "helper",
  tools: [],
  messages: [{ role: "user", content: "Order 1234567890123 of 2026-01-02" }],
  response: { content: "On its way.", tool_calls: null },
  error: null,
};

const file = [
  JSON.stringify(full),
  JSON.stringify(clean),
  `{"note": "${planted.broken}", "mail": "ann\\u0040example.net", "x": `,
  `{"pad": "${"x".repeat(120)}", "t": "${planted.longBroken}"`,
  JSON.stringify({ hello: "world", password: planted.other }),
  JSON.stringify({ ...clean, response: { content: `Call ${planted.conflict}` } }),
  JSON.stringify({
    messages: [{ role: "user", content: `I am ${planted.twin}` }],
    response: { content: "Hi" },
  }),
];

it("stores none of what was planted, whichever way a record goes, and counts it", async () => {
  const home = await makeTestWorkspace(test.db, "planted");
  const receipt = await receiptOf(file, home, `traces of ${planted.name}.jsonl`);
  expect(addsUp(receipt)).toBe(true);
  expect(receipt).toMatchObject({
    records: 7,
    calls: { new: 3, known: 1, known_of_which: { conflicting: 1 } },
    other: 1,
    unparseable: 2,
    flags: { redacted: 2 },
    redactions: {
      github_token: 1,
      email: 3,
      card_number: 1,
      named_secret: 1,
      aws_access_key_id: 1,
      aws_secret_key: 1,
      gitlab_token: 1,
      iban: 1,
      anthropic_key: 1,
      google_api_key: 1,
      se_personnummer: 1,
    },
  });
  const stored = await everythingStored();
  const survivors = Object.entries(planted).filter(([, secret]) => stored.includes(secret));
  expect(survivors).toEqual([]);
  for (const part of ["hunter2", "eyJhbGci", "eyJzdWIi", "jane.roe", "4111"]) {
    expect(stored).not.toContain(part);
  }
  expect(stored).toContain("Order 1234567890123 of 2026-01-02");
  expect(stored).toMatch(/I am \[email:[0-9a-z]{8}\], \[card_number:[0-9a-z]{8}\]/u);
});

it("accounts for a table with a damaged row, and stores nothing of what it holds", async () => {
  const home = await makeTestWorkspace(test.db, "table");
  const rows = [
    "step_type,prompt,response,correct,tool_context",
    `greet,I am ${planted.user},Hi,true,`,
    `greet,"I am ${"x".repeat(150)} ${planted.longBroken},Hi,true,`,
  ];
  const receipt = await receiptOf(rows, home, "calls.csv");
  expect(receipt).toMatchObject({ records: 2, calls: { new: 1 }, unparseable: 1 });
  const stored = await everythingStored();
  expect(stored).not.toContain(planted.user);
  expect(stored).not.toContain("eyJhbGci");
});

it("knows the same file again, and nothing changes", async () => {
  const home = await makeTestWorkspace(test.db, "planted twice");
  await receiptOf(file, home);
  const digest = () =>
    test.db.execute(sql`
      SELECT md5(string_agg(body, '|' ORDER BY id)) AS nodes,
        (SELECT md5(string_agg(calls::text, '|' ORDER BY id)) FROM calls
          WHERE workspace_id = ${home.workspaceId}) AS calls
      FROM nodes WHERE workspace_id = ${home.workspaceId}`);
  const before = await digest();
  const again = await receiptOf(file, home);
  expect(again).toMatchObject({
    calls: { new: 0, known: 4 },
    flags: { redacted: 0 },
    redactions: {},
  });
  expect(await digest()).toEqual(before);
});

it("flags the calls that were redacted, and keeps their token counts", async () => {
  const home = await makeTestWorkspace(test.db, "flagged");
  await receiptOf(file.slice(0, 2), home);
  const rows = await test.db.execute<{ redacted: boolean; tokens: number }>(sql`
    SELECT redacted, input_tokens AS tokens FROM calls
    WHERE workspace_id = ${home.workspaceId} ORDER BY ordinal`);
  expect([...rows]).toEqual([
    { redacted: true, tokens: 100 },
    { redacted: false, tokens: 100 },
  ]);
});

it("follows the workspace's settings: rules off, own patterns, own names", async () => {
  const home = await makeTestWorkspace(test.db, "settings");
  await test.db
    .update(workspaces)
    .set({
      redaction: {
        off: ["email"],
        own: [{ name: "case_number", pattern: "CASE-\\d{4}", flags: "i" }],
        keys: ["badge"],
      },
    })
    .where(sql`id = ${home.workspaceId}`);
  const content = "ann@example.org asks about case-1234";
  const settings = JSON.stringify({ badge: "B 17", password: "kept, for it was taken off" });
  const messages = [
    { role: "user", content: `${content} ` },
    { role: "tool", content: settings },
  ];
  const receipt = await receiptOf([JSON.stringify({ ...clean, messages })], home);
  expect(receipt.redactions).toEqual({ case_number: 1, named_secret: 1 });
  const [row] = await test.db.execute<{ all: string }>(
    sql`SELECT string_agg(body, ' ') AS all FROM nodes WHERE workspace_id = ${home.workspaceId}`,
  );
  expect(row?.all).toContain("ann@example.org asks about [case_number:");
  expect(row?.all).not.toContain("B 17");
  expect(row?.all).toContain("kept, for it was taken off");
});

it("tells a refused file why without quoting what it holds", async () => {
  const home = await makeTestWorkspace(test.db, "refused");
  const line = JSON.stringify({ [planted.user]: 1, foo: 2 });
  await expect(receiptOf([line, line], home)).rejects.toThrow(/\[email:/u);
  expect(await everythingStored()).not.toContain(planted.user);
});
