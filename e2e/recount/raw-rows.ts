import { calcPrice } from "@pydantic/genai-prices";
import type { Sql } from "postgres";

/** A call as its row says it, with what it cost. */
export type RawCall = {
  id: string;
  trace: string | null;
  cluster: string;
  routeKey: string;
  provider: string | null;
  model: string | null;
  input: number | null;
  cached: number | null;
  written: number | null;
  output: number | null;
  stated: number | null;
  day: string | null;
  errored: boolean;
};

/** A call that the draw took, from its stratum. */
export type RawItem = { call: string; stratum: string; chance: number };

/** Where a call stood when the frame was closed. */
export type RawPlace = { call: string; stratum: string };

export type RawRows = { calls: RawCall[]; items: RawItem[]; frame: RawPlace[] };

/** The rows of a workspace with one draw, as they lie in the database. */
export async function readRawRows(sql: Sql, slug: string): Promise<RawRows> {
  const [workspace] = await sql`SELECT id FROM workspaces WHERE slug = ${slug}`;
  const id = workspace?.id as string;
  const calls = await sql<RawCall[]>`
    SELECT calls.id, trace_id AS trace, cluster_id AS cluster, route_key AS "routeKey", provider, model,
      input_tokens AS input, cached_input_tokens AS cached, cache_write_tokens AS written,
      output_tokens AS output, stated_cost_usd AS stated, errored,
      to_char(started_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day
    FROM calls JOIN kinds ON kinds.workspace_id = calls.workspace_id AND kinds.id = calls.kind_id
    WHERE calls.workspace_id = ${id}`;
  const items = await sql<RawItem[]>`
    SELECT call_id AS call, cluster_id AS stratum, inclusion_probability AS chance
    FROM draw_items WHERE workspace_id = ${id}`;
  const frame = await sql<RawPlace[]>`
    SELECT call_id AS call, cluster_id AS stratum FROM draw_frame WHERE workspace_id = ${id}`;
  return { calls: [...calls], items: [...items], frame: [...frame] };
}

/** US dollars: what the source states, else its tokens at the list price of its day; null is unknown. */
export function costOf(call: RawCall): number | null {
  if (call.stated !== null) return call.stated;
  const { model, provider, input, output, day } = call;
  if (model === null || input === null || output === null) return null;
  const usage = {
    input_tokens: input,
    output_tokens: output,
    cache_read_tokens: call.cached ?? 0,
    cache_write_tokens: call.written ?? 0,
  };
  const found = calcPrice(usage, model, {
    ...(provider === null ? {} : { providerId: provider }),
    ...(day === null ? {} : { timestamp: new Date(day) }),
  });
  return found?.total_price ?? null;
}

/** Whether the list price of a million output tokens is $10 or more on the day of the call. */
export function isFrontierCall({ model, provider, day }: RawCall): boolean {
  if (model === null) return false;
  const found = calcPrice({ output_tokens: 1_000_000 }, model, {
    ...(provider === null ? {} : { providerId: provider }),
    ...(day === null ? {} : { timestamp: new Date(day) }),
  });
  return found !== null && found.total_price >= 9.999;
}
