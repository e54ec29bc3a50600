import { setTimeout as pause } from "node:timers/promises";
import type { Sql } from "postgres";
import type { Receipt } from "@/lib/imports/receipt";
import { type Home, makeHome, openProduct } from "./bench-product";
import { findProcess } from "./processes";

export type KillSeen = {
  /** Calls that were stored when the process was killed. */
  before: number;
  resent: Receipt;
  /** What the import that was killed and sent again left behind, and a clean one of the same file. */
  killed: Contents;
  clean: Contents;
};

type Contents = { calls: number; nodes: number; traces: number; ids: string; tokens: string };

/**
 * Kills a process of a real product in the middle of an import, waits until it is back (PostgreSQL
 * with the whole product, as a person would start it again), and sends the file again.
 */
export async function killInImport(file: string, which: "web" | "postgres"): Promise<KillSeen> {
  let product = await openProduct();
  try {
    const home = await makeHome(product.sql, "killed");
    const cut = product.send(home, file).then(
      () => "finished",
      () => "cut",
    );
    await untilUnderWay(product.sql, home);
    process.kill(findProcess(product.pid, which), "SIGKILL");
    if ((await cut) === "finished") throw new Error("The import ended before the kill.");
    if (which === "postgres") {
      await product.exited;
      await product.sql.end({ timeout: 0 });
      product = await openProduct(product.place);
    } else await untilWell(product.baseUrl);
    const { calls: before } = await contentsOf(product.sql, home);
    const resent = await product.send(home, file);
    const other = await makeHome(product.sql, "clean");
    await product.send(other, file);
    const killed = await contentsOf(product.sql, home);
    return { before, resent, killed, clean: await contentsOf(product.sql, other) };
  } finally {
    await product.stop();
  }
}

/** Whether all is there once, and the kept totals say what a recount says. */
export function isWhole({ killed, clean, before, resent }: KillSeen, lines: number): boolean {
  const { calls } = resent;
  const sent = calls.new + calls.known === lines && calls.known === before;
  return sent && before > 0 && before < lines && JSON.stringify(killed) === JSON.stringify(clean);
}

async function untilUnderWay(sql: Sql, { workspaceId }: Home): Promise<void> {
  for (;;) {
    const [row] = await sql`
      SELECT state FROM imports WHERE workspace_id = ${workspaceId} AND calls_new > 0`;
    if (row?.state === "running") return;
    if (row) throw new Error("The import ended before the kill.");
    await pause(5);
  }
}

async function untilWell(baseUrl: string): Promise<void> {
  for (;;) {
    const response = await fetch(`${baseUrl}/api/health`).catch(() => null);
    if (response?.ok) return;
    await pause(100);
  }
}

/** What is stored in a workspace; throws when its kept totals differ from a recount of its calls. */
async function contentsOf(sql: Sql, { workspaceId }: Home): Promise<Contents> {
  const [row] = await sql`
    WITH kept AS (
      SELECT calls, input_tokens, output_tokens FROM totals WHERE workspace_id = ${workspaceId}
      UNION ALL SELECT calls, input_tokens, output_tokens FROM total_deltas
        WHERE workspace_id = ${workspaceId}
    )
    SELECT (SELECT count(*)::int FROM calls WHERE workspace_id = ${workspaceId}) AS calls,
      (SELECT count(*)::int FROM nodes WHERE workspace_id = ${workspaceId}) AS nodes,
      (SELECT count(*)::int FROM traces WHERE workspace_id = ${workspaceId}) AS traces,
      (SELECT md5(string_agg(id::text || content_id, ',' ORDER BY id)) FROM calls
        WHERE workspace_id = ${workspaceId}) AS ids,
      (SELECT concat_ws(' ', count(*), sum(input_tokens), sum(output_tokens)) FROM calls
        WHERE workspace_id = ${workspaceId}) AS recounted,
      (SELECT concat_ws(' ', coalesce(sum(calls), 0), sum(input_tokens), sum(output_tokens))
        FROM kept) AS tokens`;
  if (!row) throw new Error("a query without FROM gives one row");
  const { recounted, ...contents } = row;
  if (recounted !== contents.tokens) {
    throw new Error(`The totals are ${contents.tokens}, a recount gives ${recounted}.`);
  }
  return contents as Contents;
}
