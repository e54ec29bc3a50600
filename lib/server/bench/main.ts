import { isAbsolute, join } from "node:path";
import { parseArgs } from "node:util";
import { ExpectedError } from "@/lib/expected-error";
import { benchCoverage } from "./bench-coverage";
import { benchIngest } from "./bench-ingest";
import { benchLabel } from "./bench-label";
import { benchRead } from "./bench-read";
import { benchSpans } from "./bench-spans";
import { soak } from "./soak";

const USAGE = `npm run bench -- ingest [files…] [--mb 60] [--runs 3]
npm run bench -- label [files…]
npm run bench -- read [--calls 1000000]
npm run bench -- spans [--calls 1000]
npm run bench -- coverage [--samples 1000] [--write]
npm run soak [-- --mb 300]`;

/** Runs what the command line asks for; answers the exit code. Targets missed are no failure. */
export async function main(words: string[], from: string): Promise<number> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      mb: { type: "string" },
      runs: { type: "string" },
      calls: { type: "string" },
      samples: { type: "string" },
      write: { type: "boolean" },
    },
  });
  const [what, ...named] = positionals;
  const files = named.map((file) => (isAbsolute(file) ? file : join(from, file)));
  if (what === "ingest") {
    await benchIngest({ files, megabytes: number(values.mb, 60), runs: number(values.runs, 3) });
    return 0;
  }
  if (what === "read") {
    await benchRead(number(values.calls, 1_000_000));
    return 0;
  }
  if (what === "spans") {
    await benchSpans(number(values.calls, 1000));
    return 0;
  }
  if (what === "coverage") {
    benchCoverage(number(values.samples, 1000), values.write === true);
    return 0;
  }
  if (what === "label") {
    await benchLabel(files);
    return 0;
  }
  if (what === "soak") return soak(number(values.mb, 300));
  throw new ExpectedError(USAGE);
}

function number(given: string | undefined, otherwise: number): number {
  const value = Number(given ?? otherwise);
  if (Number.isFinite(value) && value > 0) return value;
  throw new ExpectedError(USAGE);
}
