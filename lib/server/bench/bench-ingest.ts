import { createReadStream, mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { Sql } from "postgres";
import { inflate } from "@/lib/server/imports/inflate";
import { type BenchProduct, makeHome, openProduct } from "./bench-product";
import { writeFile } from "./generate-file";
import { findProcess, watchMemory } from "./processes";

type Options = { files: string[]; megabytes: number; runs: number };
type Limits = { time: number; disk: number; memory: number };

const LIMITS = {
  usual: { time: 0.5, disk: 0.3, memory: 300 },
  worst: { time: 2, disk: 1.7, memory: 400 },
} satisfies Record<string, Limits>;

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Measures imports over HTTP against a plain COPY of the same lines, and says what is over target. */
export async function benchIngest({ files, megabytes, runs }: Options): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "assay-bench-"));
  try {
    const named = files.map((path) => ({ path, limits: LIMITS.usual }));
    if (named.length === 0) {
      for (const shape of ["full-prefix", "uniq"] as const) {
        const path = join(folder, `${shape}-${megabytes}.jsonl`);
        await writeFile(path, shape, megabytes);
        named.push({ path, limits: shape === "uniq" ? LIMITS.worst : LIMITS.usual });
      }
    }
    for (const { path, limits } of named) await benchFile(path, limits, runs);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** On a product of its own, so that no file stands in the memory or on the disk of another. */
async function benchFile(path: string, limits: Limits, runs: number): Promise<void> {
  const product = await openProduct();
  try {
    say(`\n${basename(path)}: ${await describeServer(product.sql)}; medians of ${runs}`);
    const idle = watchMemory(findProcess(product.pid, "web"))();
    const measured = [];
    for (let run = 1; run <= runs; run += 1) measured.push(await measure(product, path, run));
    report(measured, limits, idle);
  } finally {
    await product.stop();
  }
}

type Measured = Awaited<ReturnType<typeof measure>>;

async function measure(product: BenchProduct, path: string, run: number) {
  const { sql } = product;
  const copied = await copyLines(sql, path);
  const home = await makeHome(sql, `bench-${run}`);
  const before = await storedBytes(sql);
  await sql`CHECKPOINT`;
  const peak = watchMemory(findProcess(product.pid, "web"));
  const [receipt, importMs] = await timed(() => product.send(home, path));
  const memory = peak();
  const disk = (await storedBytes(sql)) - before;
  const [again, resendMs] = await timed(() => product.send(home, path));
  if (again.calls.new > 0) say(`Resending made ${again.calls.new} calls that were not known.`);
  return {
    megabytes: copied.bytes / 1e6,
    calls: receipt.calls.new,
    records: receipt.records,
    copyMs: copied.ms,
    importMs,
    resendMs,
    time: importMs / copied.ms,
    disk: disk / copied.disk,
    memory,
    load: loadavg()[0] ?? 0,
  };
}

/** COPY of the lines into one jsonb column. Control characters, which JSON has not, quote nothing. */
async function copyLines(sql: Sql, path: string) {
  await sql`CREATE TABLE bench_copy (line jsonb)`;
  await sql`CHECKPOINT`;
  let bytes = 0;
  async function* counted() {
    for await (const chunk of inflate(createReadStream(path))) {
      bytes += chunk.length;
      yield chunk;
    }
  }
  const copy =
    sql`COPY bench_copy FROM STDIN (FORMAT csv, QUOTE E'\x01', DELIMITER E'\x02')`.writable();
  const [, ms] = await timed(async () => pipeline(counted, await copy));
  const [size] = await sql`SELECT pg_total_relation_size('bench_copy')::float8 AS bytes`;
  await sql`DROP TABLE bench_copy`;
  return { bytes, ms, disk: Number(size?.bytes) };
}

async function storedBytes(sql: Sql): Promise<number> {
  const [row] = await sql`
    SELECT sum(pg_total_relation_size(oid))::float8 AS bytes FROM pg_class
    WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`;
  return Number(row?.bytes);
}

async function timed<T>(run: () => Promise<T>): Promise<[T, number]> {
  const from = performance.now();
  return [await run(), performance.now() - from];
}

/** Ratios mean little without them: COPY is twice as fast where TOAST compresses by lz4. */
async function describeServer(sql: Sql): Promise<string> {
  const [server] = await sql`SHOW server_version`;
  const [toast] = await sql`SHOW default_toast_compression`;
  const version = String(server?.server_version).split(" ")[0];
  return `PostgreSQL ${version}, TOAST ${toast?.default_toast_compression}, Node ${process.versions.node}, ${cpus().length} cores`;
}

function report(measured: Measured[], limits: Limits, idle: number): void {
  const median = (key: keyof Measured): number => {
    const sorted = measured.map((one) => one[key]).toSorted((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? 0;
  };
  const seconds = median("importMs") / 1000;
  const line = (what: string, value: string, verdict = "") =>
    say(`  ${what.padEnd(26)}${value.padStart(12)}  ${verdict}`);
  const held = (what: string, value: number, limit: number, digits = 2, unit = "×") =>
    line(
      what,
      `${value.toFixed(digits)} ${unit}`,
      `at most ${limit} ${unit}: ${value <= limit ? "PASS" : "over"}`,
    );
  line("records, MB", `${median("records")}, ${median("megabytes").toFixed(0)}`);
  line("COPY", `${median("copyMs").toFixed(0)} ms`);
  line("import", `${median("importMs").toFixed(0)} ms`);
  line("calls/s", (median("calls") / seconds).toFixed(0));
  line("MB/s", (median("megabytes") / seconds).toFixed(1));
  line("resend, all known", `${median("resendMs").toFixed(0)} ms`);
  line("load average", measured.map(({ load }) => load.toFixed(1)).join(", "));
  held("time, import to COPY", median("time"), limits.time);
  held("disk, import to COPY", median("disk"), limits.disk);
  held(
    "peak memory, web process",
    Math.max(...measured.map((one) => one.memory)),
    limits.memory,
    0,
    "MB",
  );
  line("  of it before the import", `${idle.toFixed(0)} MB`);
}
