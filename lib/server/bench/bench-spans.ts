import { loadavg } from "node:os";
import { type BenchProduct, type Home, makeHome, openProduct } from "./bench-product";
import { type ExportRequest, type ExportShape, generateExports } from "./generate-exports";
import { findProcess, processorSeconds, watchMemory } from "./processes";

const CALLS_PER_REQUEST = 8;
/** A call in log records is one record a message that it quotes: fewer calls are as much work. */
const SHARE: Record<ExportShape, number> = { attributes: 1, "log records": 0.2 };
const LIMITS = { usual: 300, worst: 400 };

const say = (line: string) => process.stdout.write(`${line}\n`);

type Sent = { ms: number; bytes: number; calls: number };

/** Sends one long trace as an exporter does while it grows, and says what each request took. */
export async function benchSpans(calls: number): Promise<void> {
  for (const shape of ["attributes", "log records"] as const) {
    const product = await openProduct();
    try {
      await benchShape(product, shape, Math.ceil(calls * SHARE[shape]));
    } finally {
      await product.stop();
    }
  }
}

async function benchShape(product: BenchProduct, shape: ExportShape, calls: number): Promise<void> {
  const web = findProcess(product.pid, "web");
  const idle = watchMemory(web)();
  const home = await makeHome(product.sql, "spans");
  const peak = watchMemory(web);
  const taken = [web, findProcess(product.pid, "postgres")].map(watchProcessor);
  const sent: Sent[] = [];
  for (const request of generateExports(shape, calls, CALLS_PER_REQUEST)) {
    sent.push(await post(product, home, request));
  }
  const memory = peak();
  const [row] = await product.sql`
    SELECT count(*)::int AS calls, count(*) FILTER (WHERE agent = 'bench')::int AS placed
    FROM calls WHERE workspace_id = ${home.workspaceId}`;
  say(`\n${calls} calls of one trace, messages in ${shape}; ${sent.length} requests`);
  if (row?.calls !== calls || row.placed !== calls)
    say(`  stored ${row?.calls} calls, ${row?.placed} of them with their agent: not all`);
  report(sent, memory, idle);
  say(
    `  processor time${taken.map((since) => `${since()} s`.padStart(10)).join("")}  web process, PostgreSQL`,
  );
}

function watchProcessor(pid: number): () => number {
  const before = processorSeconds(pid);
  return () => Math.round(processorSeconds(pid) - before);
}

/** Takes the request apart from its making: the clock runs while it is sent and answered. */
async function post(product: BenchProduct, home: Home, request: ExportRequest): Promise<Sent> {
  const { path, body, bytes, calls } = request;
  const from = performance.now();
  const response = await fetch(`${product.baseUrl}${path}`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${home.key}`,
      "content-type": "application/x-protobuf",
      "content-encoding": "gzip",
    },
    body: new Uint8Array(body),
  });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${path} answered ${response.status}.`);
  return { ms: performance.now() - from, bytes, calls };
}

function report(sent: readonly Sent[], memory: number, idle: number): void {
  const line = (what: string, value: string, verdict = "") =>
    say(`  ${what.padEnd(34)}${value.padStart(12)}  ${verdict}`);
  const total = sumOf(sent);
  const tenth = Math.max(1, Math.floor(sent.length / 10));
  // the last request brings the span around all, and settles every call anew
  const growing = sent.slice(0, -1);
  const [first, last] = [sumOf(growing.slice(0, tenth)), sumOf(growing.slice(-tenth))];
  line("calls/s", ((total.calls / total.ms) * 1000).toFixed(1));
  line(
    "MB, MB/s",
    `${(total.bytes / 1e6).toFixed(0)}, ${(total.bytes / 1e3 / total.ms).toFixed(1)}`,
  );
  line("a request, first tenth", `${(first.ms / tenth).toFixed(0)} ms`, sizeOf(first, tenth));
  line("a request, last tenth", `${(last.ms / tenth).toFixed(0)} ms`, sizeOf(last, tenth));
  line(
    "  ratio",
    (last.ms / first.ms).toFixed(1),
    `its bytes: ${(last.bytes / first.bytes).toFixed(1)}`,
  );
  line("the last request", `${(sent.at(-1)?.ms ?? 0).toFixed(0)} ms`, "every call settles anew");
  const verdict = memory <= LIMITS.usual ? "PASS" : memory <= LIMITS.worst ? "worst case" : "over";
  line(
    "peak memory, web process",
    `${memory.toFixed(0)} MB`,
    `at most ${LIMITS.usual} MB: ${verdict}`,
  );
  line("  of it before", `${idle.toFixed(0)} MB`);
  line("load average", (loadavg()[0] ?? 0).toFixed(1));
}

const sizeOf = ({ bytes }: Sent, requests: number) =>
  `${(bytes / requests / 1e6).toFixed(2)} MB each`;

const sumOf = (sent: readonly Sent[]): Sent => ({
  ms: sent.reduce((sum, one) => sum + one.ms, 0),
  bytes: sent.reduce((sum, one) => sum + one.bytes, 0),
  calls: sent.reduce((sum, one) => sum + one.calls, 0),
});
