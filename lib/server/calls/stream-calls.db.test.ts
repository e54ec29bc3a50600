import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getCall } from "@/db/queries/calls/get-call";
import { getTracePlace } from "@/db/queries/calls/get-trace-place";
import { CallRow, CALL_COLUMNS } from "@/lib/calls/call-row";
import { importFile } from "@/lib/server/imports/import-file";
import { makeTestWorkspace, openTestDatabase } from "@/lib/server/testing";
import { answerTraces, streamTraces } from "@/lib/server/traces/stream-traces";
import { loadConversation } from "./load-conversation";
import { readMessage } from "./read-message";
import { answerCalls, streamCalls } from "./stream-calls";

let test: Awaited<ReturnType<typeof openTestDatabase>>;
let home: Awaited<ReturnType<typeof makeTestWorkspace>>;
let away: Awaited<ReturnType<typeof makeTestWorkspace>>;

/** So many calls that a file takes more than one page. */
const TURNS = 600;

const turn = (n: number) => ({
  trace_id: `run-${n % 3}`,
  span_id: `span-${n}`,
  agent: n === 0 ? '=HYPERLINK("x")' : "helper",
  step_type: "reply",
  model: "gpt-4.1",
  provider: "openai",
  messages: [
    { role: "system", content: "You help." },
    { role: "user", content: `question ${n % 3}` },
    ...(n < 3
      ? []
      : [
          { role: "assistant", content: "more" },
          { role: "user", content: "again" },
        ]),
  ],
  response: { content: n === 5 ? "long ".repeat(40_000) : `answer ${n}` },
  tools: ["refund"],
  temperature: 0,
  input_tokens: 100,
  output_tokens: n % 7 === 0 ? null : 10,
  started_at: n % 5 === 0 ? null : new Date(Date.UTC(2026, 0, 2) + n * 1000).toISOString(),
  correct: true,
});

async function* lines() {
  for (let n = 0; n < TURNS; n += 1) yield Buffer.from(`${JSON.stringify(turn(n))}\n`);
}

beforeAll(async () => {
  test = await openTestDatabase();
  home = await makeTestWorkspace(test.db, "Home");
  away = await makeTestWorkspace(test.db, "Away");
  const { workspaceId, actor } = home;
  const body = lines();
  const sent = { workspaceId, actor, name: "f", source: "upload", bytesTotal: null, body } as const;
  const received = await importFile(sent);
  if (!received.ok) throw new Error(received.message);
});
afterAll(() => test?.close());

const ask = (query: string) => new Request(`http://localhost/x?${query}`);
const callsOf = async (response: Response): Promise<CallRow[]> => {
  const { rows } = (await response.json()) as { rows: unknown[] };
  return rows.map((row) => CallRow.parse(row));
};
const find = async (query: string) => {
  const [row] = await callsOf(await answerCalls(home.workspaceId, ask(query)));
  const call = row && (await getCall(test.db, home.workspaceId, row.id));
  if (!call) throw new Error(`no call for ${query}`);
  return call;
};

describe("the list of calls as a file", () => {
  it("holds every call of the filter as CSV, formulas disarmed", async () => {
    const text = await (await streamCalls(home.workspaceId, ask("limit=3"), "csv")).text();
    const [header, ...rest] = text.trimEnd().split("\r\n");
    expect(header).toBe([...CALL_COLUMNS, "scope"].join(","));
    expect(rest).toHaveLength(TURNS);
    expect(text).toContain(`,"'=HYPERLINK(""x"")",`);
    const some = await (await streamCalls(home.workspaceId, ask("trace=run-1"), "csv")).text();
    expect(some.trimEnd().split("\r\n")).toHaveLength(TURNS / 3 + 1);
  });

  it("holds every call as JSON in the shape of the contract", async () => {
    const rows = await callsOf(await streamCalls(home.workspaceId, ask("sort=tokens"), "json"));
    expect(new Set(rows.map((row) => row.span_id)).size).toBe(TURNS);
    expect(rows.every((row) => row.trace_outcome === true && row.cluster === "reply")).toBe(true);
    const priced = rows.filter((row) => row.computed_cost_usd !== null);
    expect(priced).toHaveLength(TURNS - Math.ceil(TURNS / 7));
  });

  it("is empty where nothing fits, and in another workspace", async () => {
    expect(await callsOf(await streamCalls(home.workspaceId, ask("q=nothing"), "json"))).toEqual(
      [],
    );
    expect(await callsOf(await streamCalls(away.workspaceId, ask(""), "json"))).toEqual([]);
  });

  it("refuses what it does not understand with 422", async () => {
    expect((await streamCalls(home.workspaceId, ask("sort=size"), "csv")).status).toBe(422);
    for (const query of ["cursor=x", "limit=0", "format=xml"]) {
      expect((await answerCalls(home.workspaceId, ask(query))).status).toBe(422);
    }
  });
});

describe("the API's pages of calls", () => {
  it("lead through every call once, as JSON and as CSV", async () => {
    const seen: string[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const query = `limit=250&sort=time&dir=asc&cursor=${cursor}`;
      const page = await answerCalls(home.workspaceId, ask(query));
      const { rows, next_cursor: next } = (await page.json()) as {
        rows: { id: string }[];
        next_cursor: string | null;
      };
      const csv = await answerCalls(home.workspaceId, ask(`${query}&format=csv`));
      expect(csv.headers.get("x-next-cursor")).toBe(next);
      seen.push(...rows.map((row) => row.id));
      cursor = next;
    }
    expect(seen).toHaveLength(TURNS);
    expect(new Set(seen).size).toBe(TURNS);
  });
});

describe("a call's conversation", () => {
  it("opens with what was asked, what came last and what was answered", async () => {
    const before = await find("q=span-1&sort=time&dir=asc");
    const shown = await loadConversation(home.workspaceId, await find("q=span-4"), before);
    expect(shown.instructions[0]?.blocks?.[0]?.text).toBe("You help.");
    expect(shown.lastInput).toMatchObject({ place: 3, firstLine: "again" });
    expect(shown.earlier.map((message) => message.place)).toEqual([1, 2]);
    expect(shown.earlier.every((message) => message.blocks === null)).toBe(true);
    expect(shown.seenBefore).toBe(1);
    expect(shown.tools).toHaveLength(1);
    expect(shown.settings?.text).toContain("temperature");
  });

  it("brings the beginning of a long answer, and the whole of it when asked", async () => {
    const long = await find("q=long");
    const shown = await loadConversation(home.workspaceId, long, null);
    expect(shown.response).toMatchObject({ cut: true, bytes: expect.any(Number) });
    expect(shown.response?.blocks?.[0]?.text.length).toBeLessThanOrEqual(20_000);
    const whole = await readMessage(home.workspaceId, long.id, "response");
    expect(whole).toEqual({ ok: true, value: "long ".repeat(40_000) });
  });

  it("gives each message by its place, and nothing beyond", async () => {
    const call = await find("q=span-4");
    const read = (place: string, of = home) => readMessage(of.workspaceId, call.id, place);
    expect(await read("0")).toEqual({ ok: true, value: "You help." });
    expect(await read("3")).toEqual({ ok: true, value: "again" });
    expect(await read("settings")).toMatchObject({ ok: true });
    for (const place of ["4", "-1", "x", "1.5"]) {
      expect(await read(place)).toMatchObject({ ok: false, code: "not_found" });
    }
    expect(await read("0", away)).toMatchObject({ ok: false, code: "not_found" });
    expect(await readMessage(home.workspaceId, "no id", "0")).toMatchObject({ ok: false });
  });

  it("knows its place in the trace", async () => {
    const call = await find("sort=time&dir=asc&trace=run-1");
    const place = await getTracePlace(test.db, home.workspaceId, call.traceId ?? "", call.id);
    expect(place).toMatchObject({ position: 1, calls: TURNS / 3, previousId: null });
    const next = await getTracePlace(
      test.db,
      home.workspaceId,
      call.traceId ?? "",
      place?.nextId ?? "",
    );
    expect(next).toMatchObject({ position: 2, previousId: call.id });
  });
});

describe("the list of traces", () => {
  it("sums the calls of each, and says what it does not know", async () => {
    const answer = await answerTraces(home.workspaceId, ask("q=run-1"));
    const { rows } = (await answer.json()) as { rows: Record<string, unknown>[] };
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      trace_id: "run-1",
      calls: TURNS / 3,
      input_tokens: (TURNS / 3) * 100,
      outcome: true,
    });
    const without = rows[0]?.["calls_without_tokens"];
    expect(without).toBe(rows[0]?.["calls_without_cost"]);
    expect(without).toBeGreaterThan(0);
  });

  it("exists as a file, in its own workspace alone", async () => {
    const csv = await streamTraces(home.workspaceId, ask(""), "csv").text();
    expect(csv.trimEnd().split("\r\n")).toHaveLength(4);
    const other = await streamTraces(away.workspaceId, ask(""), "json").json();
    expect(other).toEqual({ rows: [], next_cursor: null });
  });
});
