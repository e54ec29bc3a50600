import type { Sql } from "postgres";

/** Six steps of an agent on three models, as rows of kinds and calls tell them. */
const STEPS = [
  ["plan_next_action", "anthropic", "claude-opus-4-8"],
  ["summarize_tool_output", "openai", "gpt-5.5"],
  ["extract_field", "openai", "gpt-5.5"],
  ["reply_to_customer", "anthropic", "claude-opus-4-8"],
  ["classify_intent", "anthropic", "claude-haiku-4-5"],
  ["format_result", "openai", "gpt-5.5"],
] as const;
const ACTS = ["answer", "tool: search", "tool: read", "json"];
const CALLS_PER_TRACE = 12;
const DAYS = 30;

/** A trace that is as long as the longest that a page shows whole. */
export const LONG_TRACE = { id: "00000000-0000-4000-8000-00000000aaaa", calls: 10_000 };

/**
 * Fills a workspace with so many calls, straight into the database: traces of twelve calls, over thirty
 * days, and one of ten thousand. No bodies: no list reads them.
 */
export async function fillWorkspace(sql: Sql, workspaceId: string, calls: number): Promise<void> {
  const importId = crypto.randomUUID();
  await sql.begin(async (tx) => {
    await tx`INSERT INTO imports (workspace_id, id, name, source, state, created_by)
      VALUES (${workspaceId}, ${importId}, 'bench', 'upload', 'done', 'bench')`;
    await tx`INSERT INTO codebooks (workspace_id, id, version, change, content, created_by)
      VALUES (${workspaceId}, ${crypto.randomUUID()}, 1, 'first', '{}', 'bench')`;
    for (const [name] of STEPS) await writeKinds(tx as unknown as Sql, workspaceId, name);
    await tx`INSERT INTO traces (workspace_id, id, source_trace_id, environment, started_at, import_id)
      SELECT ${workspaceId}, md5(${workspaceId} || 'trace' || n)::uuid, 'trace ' || n, 'production',
        ${START}::timestamptz + n * ${`${DAYS} days`}::interval / ${calls / CALLS_PER_TRACE},
        ${importId}
      FROM generate_series(0, ${Math.ceil(calls / CALLS_PER_TRACE)}::int) n`;
    await tx`INSERT INTO traces (workspace_id, id, source_trace_id, started_at, import_id)
      VALUES (${workspaceId}, ${LONG_TRACE.id}, 'the long one', ${START}, ${importId})`;
    await writeCalls(tx as unknown as Sql, workspaceId, importId, calls);
  });
  await sql`VACUUM ANALYZE`;
}

const START = "2026-06-01T00:00:00Z";

async function writeKinds(sql: Sql, workspaceId: string, step: string): Promise<void> {
  const clusterId = crypto.randomUUID();
  await sql`INSERT INTO clusters (workspace_id, id, name) VALUES (${workspaceId}, ${clusterId}, ${step})`;
  for (const act of ACTS) {
    await sql`INSERT INTO kinds (workspace_id, id, route_key, route_key_source, act, cluster_id)
      VALUES (${workspaceId}, ${crypto.randomUUID()}, ${step}, 'step_type', ${act}, ${clusterId})`;
  }
}

/** Call n is step n mod 6; the last ten thousand are of the long trace. */
async function writeCalls(sql: Sql, workspaceId: string, importId: string, calls: number) {
  await sql`
    WITH steps AS (
      SELECT * FROM unnest(${STEPS.map(([name]) => name)}::text[],
        ${STEPS.map(([, provider]) => provider)}::text[],
        ${STEPS.map(([, , model]) => model)}::text[]) WITH ORDINALITY AS s(name, provider, model, place)
    ), placed AS (
      SELECT kinds.id, steps.*, row_number() OVER (PARTITION BY steps.name ORDER BY kinds.act) AS act
      FROM steps JOIN kinds ON kinds.workspace_id = ${workspaceId} AND kinds.route_key = steps.name
    )
    INSERT INTO calls (workspace_id, id, import_id, ordinal, trace_id, source_trace_id, source_span_id,
      kind_id, step_type, step_source, agent, environment, provider, model, input_tokens,
      cached_input_tokens, output_tokens, cost_usd, latency_ms, started_at, preview, content_id,
      parser_version, errored, without_text, without_ground_truth)
    SELECT ${workspaceId}, md5(${workspaceId} || 'call' || n)::uuid, ${importId}, n,
      CASE WHEN n >= ${calls - LONG_TRACE.calls} THEN ${LONG_TRACE.id}::uuid
        ELSE md5(${workspaceId} || 'trace' || n / ${CALLS_PER_TRACE}::int)::uuid END,
      'trace ' || n / ${CALLS_PER_TRACE}::int, 'span ' || n, placed.id, placed.name, 'attribute',
      'bench', 'production', placed.provider, placed.model, 400 + (n::bigint * 7919) % 12000,
      (n::bigint * 7919) % 400, 20 + (n::bigint * 104729) % 600, (n::bigint * 31) % 1000 / 10000.0, 300 + n % 4000,
      ${START}::timestamptz + n * ${`${DAYS} days`}::interval / ${calls},
      'question ' || n, md5('content' || n)::uuid, 1, n % 50 = 0, false, true
    FROM generate_series(0, ${calls - 1}::int) n
    JOIN placed ON placed.place = n % 6 + 1 AND placed.act = (n / 6) % 4 + 1`;
}
