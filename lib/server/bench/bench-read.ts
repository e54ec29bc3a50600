import { randomUUID } from "node:crypto";
import { cpus, loadavg } from "node:os";
import type { Sql } from "postgres";
import type { WorkspaceId } from "@/lib/ids";
import { getDatabase } from "@/lib/server/database";
import { createDraw } from "@/lib/server/labelling/create-draw";
import { recountTotals } from "@/lib/server/start/recount-totals";
import { type BenchProduct, makeHome, openProduct } from "./bench-product";
import { fillWorkspace, LONG_TRACE } from "./fill-workspace";
import { signIn } from "./sign-in";

const say = (line: string) => process.stdout.write(`${line}\n`);

/** What is asked, and what 95 of 100 answers must take at most, in milliseconds, at the full number. */
const QUESTIONS = [
  { name: "overview", path: "", limit: 100 },
  { name: "clusters", path: "/clusters", limit: 100 },
  { name: "calls, filtered", path: "/calls?step=extract_field&model=gpt-5.5", limit: 150 },
  { name: "calls, filtered and sorted", path: "/calls?agent=bench&sort=cost", limit: 150 },
  { name: "a trace of 10,000 calls", path: `/traces/${LONG_TRACE.id}`, limit: 1000 },
] as const;
/** So many come before those that count: people meet a server that has been asked before. */
const WARM_UP = 20;
const REQUESTS = 60;

type Times = { readonly p50: number; readonly p95: number };

/** Measures what pages take at a tenth of so many calls, and at all of them. */
export async function benchRead(calls: number): Promise<void> {
  const product = await openProduct();
  try {
    say(`Node ${process.versions.node}, ${cpus().length} cores; ${REQUESTS} requests of each page`);
    const few = await measure(product, "few", Math.max(2 * LONG_TRACE.calls, calls / 10));
    const many = await measure(product, "many", calls);
    for (const { name, limit } of QUESTIONS) report(name, limit, few.get(name), many.get(name));
    say(`  load average ${loadavg()[0]?.toFixed(1)}`);
  } finally {
    await product.stop();
  }
}

async function measure(
  product: BenchProduct,
  slug: string,
  calls: number,
): Promise<Map<string, Times>> {
  const { sql, baseUrl } = product;
  const { workspaceId } = await makeHome(sql, slug);
  await fillWorkspace(sql, workspaceId, calls);
  await drawAndLabel(product, workspaceId as WorkspaceId);
  const [stored] =
    await sql`SELECT count(*)::int AS calls FROM calls WHERE workspace_id = ${workspaceId}`;
  say(`  ${slug}: ${stored?.calls.toLocaleString("en")} calls`);
  const cookie = await signIn(sql, baseUrl, workspaceId);
  const times = new Map<string, Times>();
  for (const { name, path } of QUESTIONS) {
    times.set(name, await timePage(`${baseUrl}/w/${slug}${path}`, cookie));
  }
  return times;
}

/** The kept totals, a draw of sixty calls of each cluster, and a label on each, by the product's own verbs. */
async function drawAndLabel({ sql, databaseUrl }: BenchProduct, workspaceId: WorkspaceId) {
  process.env.DATABASE_URL = databaseUrl;
  process.env.ASSAY_SECRET = "a secret that only the bench knows, 32+";
  await recountTotals(getDatabase(), workspaceId);
  const member = { workspaceId, role: "owner", actor: "bench" } as const;
  const drawn = await createDraw(member, { seed: "bench", perCluster: 60, maxPerTrace: 3 });
  if (!drawn.ok) throw new Error(drawn.message);
  await labelDraw(sql, workspaceId, drawn.value.id);
}

async function labelDraw(sql: Sql, workspaceId: string, drawId: string): Promise<void> {
  const raterId = randomUUID();
  await sql`INSERT INTO raters (workspace_id, id, kind, name)
    VALUES (${workspaceId}, ${raterId}, 'external', 'bench')`;
  await sql`
    INSERT INTO labels (workspace_id, id, call_id, item_id, rater_id, codebook_id, origin, verdict)
    SELECT item.workspace_id, gen_random_uuid(), call_id, item.id, ${raterId}, draws.codebook_id, 'hand',
      CASE WHEN position % 5 = 0 THEN 'not_viable' ELSE 'viable' END
    FROM draw_items item JOIN draws ON draws.workspace_id = item.workspace_id AND draws.id = draw_id
    WHERE item.workspace_id = ${workspaceId} AND draw_id = ${drawId}`;
  await sql`VACUUM ANALYZE`;
}

/** From the request to the last byte of the page. */
async function timePage(url: string, cookie: string): Promise<Times> {
  const times: number[] = [];
  for (let request = 0; request < WARM_UP + REQUESTS; request++) {
    const from = performance.now();
    const answer = await fetch(url, { headers: { cookie }, redirect: "manual" });
    const page = await answer.text();
    if (answer.status !== 200 || page.includes("NEXT_HTTP_ERROR_FALLBACK")) {
      throw new Error(`${url} answered ${answer.status}`);
    }
    if (request >= WARM_UP) times.push(performance.now() - from);
  }
  times.sort((a, b) => a - b);
  const at = (part: number) => times[Math.ceil(part * times.length) - 1] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95) };
}

function report(name: string, limit: number, few?: Times, many?: Times): void {
  if (few === undefined || many === undefined) return;
  const verdict = many.p95 <= limit ? "PASS" : "over";
  const cells = [
    `p50 ${few.p50.toFixed(0)} → ${many.p50.toFixed(0)} ms`,
    `p95 ${few.p95.toFixed(0)} → ${many.p95.toFixed(0)} ms`,
    `ratio of p50 ${(many.p50 / few.p50).toFixed(2)}`,
    `at most ${limit} ms: ${verdict}`,
  ];
  say(`  ${name.padEnd(28)}${cells.join("   ")}`);
}
