import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { SizeCoverage } from "@/lib/statistics/coverage-of-size";
import { type Coverage, measureCoverage } from "@/lib/statistics/simulation/measure-coverage";
import { SIZE_GRID } from "@/lib/statistics/simulation/size-grid";
import { HELD_WORLDS, sizeWorld } from "@/lib/statistics/simulation/worlds";

const TABLE = "lib/statistics/coverage-table.json";

const say = (line: string) => process.stdout.write(`${line}\n`);
const percent = (part: number) => `${(100 * part).toFixed(1)} %`;

/**
 * Simulates how often the interval that pages show covers the truth. The seeds are the names of the
 * worlds, so that a run with as many samples says the same anywhere.
 *
 * @param write whether the table that the pages read is written anew
 */
export function benchCoverage(samples: number, write: boolean): void {
  say(`${samples} samples of each world; the interval is to cover the truth in 93 to 97 % of them`);
  for (const world of HELD_WORLDS) sayCoverage(measureCoverage(world, samples));
  const sizes: SizeCoverage[] = [];
  for (const labels of SIZE_GRID.labels) {
    for (const perTrace of SIZE_GRID.perTrace) {
      for (const share of SIZE_GRID.shares) {
        const traces = labels / perTrace;
        const { covered } = measureCoverage(sizeWorld(labels, traces, share), samples);
        sizes.push({ labels, traces, share, covered: Number(covered.toFixed(3)) });
      }
      say(describeSizes(labels, labels / perTrace, sizes));
    }
  }
  if (write) writeTable(samples, sizes);
}

function sayCoverage({ world, covered, above, below, labels, traces, width }: Coverage): void {
  const held = covered >= 0.93 && covered <= 0.97 ? "" : "  outside 93 to 97 %";
  say(
    `  ${percent(covered)} (missed above ${percent(above)}, below ${percent(below)}; ${labels.toFixed(0)} labels of ${traces.toFixed(0)} traces, width ${width.toFixed(3)})  ${world}${held}`,
  );
}

function describeSizes(labels: number, traces: number, sizes: readonly SizeCoverage[]): string {
  const own = sizes.filter((size) => size.labels === labels && size.traces === traces);
  const cells = own.map(({ share, covered }) => `${share}: ${percent(covered)}`);
  return `  ${labels} labels of ${traces} traces  ${cells.join("  ")}`;
}

function writeTable(samples: number, sizes: readonly SizeCoverage[]): void {
  const path = join(process.cwd(), TABLE);
  const rows = sizes.map((size) => `    ${JSON.stringify(size).replaceAll(/([:,])/g, "$1 ")}`);
  const text = `{\n  "samples": ${samples},\n  "sizes": [\n${rows.join(",\n")}\n  ]\n}\n`;
  if (text !== readFileSync(path, "utf8")) writeFileSync(path, text);
  say(`wrote ${TABLE}`);
}
