import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { constants, createGzip } from "node:zlib";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { addsUp } from "@/lib/imports/receipt";
import { type BenchProduct, makeHome, openProduct } from "./bench-product";
import { generateLines, writeFile } from "./generate-file";
import { isWhole, killInImport } from "./kill-story";
import { findProcess, watchMemory } from "./processes";

/** What a check found: whether it held, and in figures what it saw. */
type Seen = { held: boolean; saw: string };
type Check = [name: string, run: () => Promise<Seen>];

const MOST_MEGABYTES = 400;
const BROKEN = 40_000;
/** Zeros that gzip packs a thousandfold. */
const BOMB_MEGABYTES = 2_000;

/** Long runs against a real product, one line a check; answers the exit code. */
export async function soak(megabytes: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "assay-soak-"));
  const file = join(folder, "large.jsonl");
  const lines = await writeFile(file, "full-prefix", megabytes);
  const checks: Check[] = [
    [`a file of ${megabytes} MB`, () => onProduct((product) => large(product, file, lines))],
    [`a file with ${BROKEN} broken lines`, () => onProduct(broken)],
    [
      "one record of gzipped zeros",
      () => onProduct((product) => bomb(product, join(folder, "bomb.gz"))),
    ],
    ["the web process is killed", () => kill(file, lines, "web")],
    ["PostgreSQL is killed", () => kill(file, lines, "postgres")],
  ];
  let failed = 0;
  try {
    for (const [name, run] of checks) {
      const { held, saw } = await run().catch((error: unknown) => ({
        held: false,
        saw: String(error),
      }));
      if (!held) failed += 1;
      process.stdout.write(`${held ? "ok    " : "FAILED"} ${name}: ${saw}\n`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return failed === 0 ? 0 : 1;
}

/** A check on a product of its own; the product has to be well afterwards. */
async function onProduct(run: (product: BenchProduct) => Promise<Seen>): Promise<Seen> {
  const product = await openProduct();
  try {
    const seen = await run(product);
    const health = await fetch(`${product.baseUrl}/api/health`);
    return health.ok ? seen : { held: false, saw: `${seen.saw}; the product is not well after it` };
  } finally {
    await product.stop();
  }
}

/** Memory counts from the start of the upload on, idle process included. */
async function watched<T>(product: BenchProduct, run: () => Promise<T>) {
  const peak = watchMemory(findProcess(product.pid, "web"));
  const result = await run();
  const megabytes = peak();
  return { result, isFlat: megabytes <= MOST_MEGABYTES, saw: `${megabytes.toFixed(0)} MB at most` };
}

async function large(product: BenchProduct, file: string, lines: number): Promise<Seen> {
  const home = await makeHome(product.sql, "large");
  const { result, isFlat, saw } = await watched(product, () => product.send(home, file));
  const held = addsUp(result) && result.calls.new === lines && isFlat;
  return { held, saw: `${result.calls.new} of ${lines} calls, ${saw}` };
}

async function broken(product: BenchProduct): Promise<Seen> {
  const home = await makeHome(product.sql, "broken");
  const good = generateLines("uniq");
  const text = Array.from({ length: BROKEN * 2 }, (_, i) =>
    i % 20 === 0 ? good.next().value : i % 2 === 0 ? "" : `{"messages": [broken ${i}`,
  ).join("\n");
  const { result, isFlat, saw } = await watched(product, () =>
    product.send(home, new Blob([text])),
  );
  const { unparseable, calls } = result;
  const held = addsUp(result) && unparseable === BROKEN && calls.new === BROKEN / 10 && isFlat;
  return { held, saw: `${unparseable} unparseable, ${calls.new} calls, ${saw}` };
}

/** A record that never ends: it is refused as too large, and never held in memory. */
async function bomb(product: BenchProduct, path: string): Promise<Seen> {
  const home = await makeHome(product.sql, "bomb");
  const [good] = generateLines("uniq");
  const block = Buffer.alloc(1_000_000, "0");
  function* content() {
    yield `${good}\n{"messages": "`;
    for (let i = 0; i < BOMB_MEGABYTES; i += 1) yield block;
    yield `"}\n`;
  }
  const pack = createGzip({ level: constants.Z_BEST_SPEED });
  await pipeline(Readable.from(content()), pack, createWriteStream(path));
  const { result, isFlat, saw } = await watched(product, () => product.send(home, path));
  const held = addsUp(result) && result.calls.new === 1 && result.unparseable === 1 && isFlat;
  return { held, saw: `${BOMB_MEGABYTES} MB inflated, ${result.unparseable} too large, ${saw}` };
}

async function kill(file: string, lines: number, which: "web" | "postgres"): Promise<Seen> {
  const seen = await killInImport(file, which);
  const saw = `${seen.before} of ${lines} calls before, ${seen.killed.calls} after sending again, ${seen.clean.calls} in a clean import`;
  return { held: isWhole(seen, lines), saw };
}
