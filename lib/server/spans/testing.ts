import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { CallRecord } from "@/lib/calls/call";
import type { WorkspaceId } from "@/lib/ids";
import { createApiKey } from "@/lib/server/settings/create-api-key";
import { makeTestWorkspace } from "@/lib/server/testing";
import type { SettledCall, SettledSpan, SettledTrace } from "@/lib/spans/settled";
import { emptyFacts, emptySpan, type SpanRecord } from "@/lib/spans/span";

const iso = (ns: string | null) =>
  ns === null ? null : new Date(Number(BigInt(ns) / 1_000_000n)).toISOString();

/**
 * The least that settling does, for tests of storing: an LLM span below an LLM span is that call; one
 * above several sums them up; a call's step is its parent's name.
 */
export function settleSimply(given: readonly SpanRecord[]): SettledTrace {
  const byId = new Map(given.map((span) => [span.spanId, span]));
  const isCall = (span: SpanRecord | undefined) => span?.role === "llm";
  const parentOf = (span: SpanRecord) => byId.get(span.parentSpanId ?? "");
  const below = (span: SpanRecord) =>
    given.filter((one) => isCall(one) && one.parentSpanId === span.spanId);
  const isReal = (span: SpanRecord) => isCall(span) && below(span).length === 0;
  const runOutcome = given
    .flatMap((span) => span.outcomes)
    .find((outcome) => outcome.target === "trace");
  const calls = given.filter(isReal).map((span): SettledCall => {
    const parent = parentOf(span);
    const outer = parent && isCall(parent) && below(parent).length === 1 ? parent : null;
    const step = parentOf(outer ?? span);
    const facts = { ...emptyFacts(), ...span.call };
    const pieces = span.pieces.toSorted((a, b) => (`${a.at}${a.seq}` < `${b.at}${b.seq}` ? -1 : 1));
    const call = CallRecord.parse({
      ...facts,
      messages:
        facts.messages ??
        outer?.call?.messages ??
        (pieces.length > 0 ? pieces.map((piece) => piece.message) : null),
      response: facts.response ?? outer?.call?.response ?? null,
      traceId: span.traceId,
      spanId: span.spanId,
      parentSpanId: span.parentSpanId,
      agent: span.agent ?? step?.agent ?? null,
      stepType: step?.name ?? null,
      stepSource: step?.name ? "ancestor" : null,
      environment: null,
      startedAt: iso(span.startNs),
      error: span.error,
      correct: span.outcomes.find((outcome) => outcome.target !== "trace")?.value ?? null,
      traceOutcome: runOutcome?.value ?? null,
    });
    const contentHint = call.messages === null ? "SEND_CONTENT=true" : null;
    const mergedSpanIds = outer ? [outer.spanId] : [];
    return { call, mergedSpanIds, responseId: span.responseId, contentHint };
  });
  const other = given
    .filter((span) => !isReal(span))
    .map((span): SettledSpan => {
      const inner = isCall(span) ? below(span) : [];
      return {
        spanId: span.spanId,
        parentSpanId: span.parentSpanId,
        name: span.name,
        role: inner.length > 0 ? "chain" : (span.role ?? "other"),
        startedAt: iso(span.startNs),
        latencyMs: null,
        error: span.error,
        agent: span.agent,
        tool: span.tool,
        correct: null,
        mergedInto: inner.length === 1 ? (inner[0]?.spanId ?? null) : null,
      };
    });
  const times = given.flatMap((span) => iso(span.startNs) ?? []).toSorted();
  const ends = given.flatMap((span) => iso(span.endNs) ?? []).toSorted();
  return {
    calls,
    other,
    run: {
      traceId: given[0]?.traceId ?? null,
      name: null,
      environment: null,
      sessionId: null,
      userId: null,
      startedAt: times[0] ?? null,
      endedAt: ends.at(-1) ?? null,
      outcome: runOutcome?.value ?? null,
    },
  };
}

const at = (second: number) => String(BigInt(Date.UTC(2026, 0, 2, 3, 4, second)) * 1_000_000n);

type Part<T> = { [Key in keyof T]?: T[Key] | undefined };

/** A record of a span, its second being its place in time. */
export function spanRecord(
  traceId: string | null,
  spanId: string,
  said: Part<SpanRecord> = {},
  second: number | null = null,
): SpanRecord {
  const times = second === null ? {} : { startNs: at(second), endNs: at(second + 1) };
  return { ...emptySpan(traceId, spanId), ...times, ...said } as SpanRecord;
}

/** An LLM call that quotes the turns before it. */
export function llmRecord(
  traceId: string,
  spanId: string,
  parentSpanId: string | null,
  turn: number,
  said: Part<SpanRecord> = {},
): SpanRecord {
  const messages = [{ role: "system", content: "You help." }];
  for (let i = 1; i <= turn; i += 1) {
    messages.push({ role: "user", content: `${traceId} question ${i}` });
    if (i < turn) messages.push({ role: "assistant", content: `answer ${i}` });
  }
  const call = {
    ...emptyFacts(),
    provider: "openai",
    model: "gpt-4.1",
    messages,
    response: { role: "assistant", content: `answer ${turn}` },
    settings: { tools: [{ name: "look_up", description: "Looks something up" }] },
    inputTokens: 100 * turn,
    outputTokens: 10,
    latencyMs: 900,
  };
  return spanRecord(traceId, spanId, { parentSpanId, role: "llm", call, ...said }, turn * 10);
}

/**
 * All that a workspace holds of its spans and calls, but for what depends on when it came: imports,
 * places in them, who was the first of calls alike, rows of calls that merged away, and nodes of conversations that were incomplete
 * (the id of a node says all that is on its path).
 */
export async function contentsOf(db: Database, workspaceId: WorkspaceId) {
  const rows = async (statement: ReturnType<typeof sql>) => [
    ...(await db.execute<Record<string, unknown>>(statement)),
  ];
  return {
    calls: await rows(sql`
      SELECT to_jsonb(call) - '{import_id,ordinal,created_at,near_duplicate}'::text[] AS row FROM calls call
      WHERE workspace_id = ${workspaceId} AND merged_into IS NULL ORDER BY id`),
    spans: await rows(sql`
      SELECT to_jsonb(span) - '{import_id,created_at,settled_id,record}'::text[] AS row,
        record::jsonb AS record
      FROM spans span WHERE workspace_id = ${workspaceId} ORDER BY id`),
    traces: await rows(sql`
      SELECT to_jsonb(trace) - '{import_id,created_at,settled}'::text[] AS row FROM traces trace
      WHERE workspace_id = ${workspaceId} ORDER BY id`),
    waiting: await rows(
      sql`SELECT id FROM waiting_records WHERE workspace_id = ${workspaceId} ORDER BY id`,
    ),
    totals: await keptTotals(db, workspaceId),
  };
}

/** The kept totals, and the same counted over the calls that are not merged. */
export const keptTotals = async (db: Database, workspaceId: WorkspaceId) => [
  ...(await db.execute<Record<string, unknown>>(sql`
    SELECT kind_id, day::text, provider, model, environment, tier, cost_source,
      sum(calls)::int AS calls,
      sum(errored)::int AS errored, sum(input_tokens)::int AS input, sum(input_known)::int AS known,
      sum(output_tokens)::int AS output
    FROM (
      SELECT workspace_id, kind_id, day, provider, model, environment, tier, cost_source, calls, errored,
        input_tokens, input_known, output_tokens FROM totals
      UNION ALL
      SELECT workspace_id, kind_id, day, provider, model, environment, tier, cost_source, calls, errored,
        input_tokens, input_known, output_tokens FROM total_deltas
    ) AS kept WHERE workspace_id = ${workspaceId}
    GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING sum(calls) <> 0 ORDER BY 1, 2, 3, 4, 5, 6, 7`)),
];

export const recount = async (db: Database, workspaceId: WorkspaceId) => [
  ...(await db.execute<Record<string, unknown>>(sql`
    SELECT kind_id, COALESCE((started_at AT TIME ZONE 'UTC')::date::text, '0001-01-01') AS day,
      COALESCE(provider, '') AS provider, COALESCE(model, request_model, '') AS model,
      COALESCE(environment, '') AS environment,
      count(*)::int AS calls, count(*) FILTER (WHERE errored)::int AS errored,
      COALESCE(sum(input_tokens), 0)::int AS input, count(input_tokens)::int AS known,
      COALESCE(sum(output_tokens), 0)::int AS output
    FROM calls WHERE workspace_id = ${workspaceId} AND merged_into IS NULL
    GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5`)),
];

/** A workspace of its own, with a key that opens it. */
export async function makeTestKey(db: Database, name: string) {
  const home = await makeTestWorkspace(db, name.slice(0, 60));
  const made = await createApiKey({ ...home, role: "admin" }, { name: "test" });
  if (!made.ok) throw new Error(made.message);
  return { ...home, secret: made.value.secret };
}
