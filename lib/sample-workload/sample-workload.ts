import { Chance } from "@/lib/sample-workload/chance";
import type { SampleRecord } from "@/lib/sample-workload/recorder";
import { sampleRun } from "@/lib/sample-workload/run";
import { seededRandom } from "@/lib/statistics/random";

export type SampleWorkload = {
  /** The same seed and end give the same records. */
  seed: string;
  /** The runs lie in the 30 days before. */
  until: Date;
  /** About so many calls: the last run is finished. */
  calls?: number;
};

const DAY = 86_400_000;
const DAYS = 30;
const CALLS_PER_RUN = 9.5;

/**
 * The calls of an invented customer support agent, in the fuller shape, to look at the product
 * with: six step types on three models, growing conversations, tools, caches, failures and
 * outcomes. In the order of the runs' beginning.
 */
export function* sampleWorkload({
  seed,
  until,
  calls = 1_500,
}: SampleWorkload): Generator<SampleRecord, void, undefined> {
  const chance = new Chance(seededRandom(seed));
  const runs = Math.max(1, Math.round(calls / CALLS_PER_RUN));
  const starts = Array.from({ length: runs }, () => startBefore(until, chance)).toSorted(
    (a, b) => a - b,
  );
  for (const [index, start] of starts.entries()) {
    const at = new Date(start);
    const day = at.toISOString().slice(0, 10).replaceAll("-", "");
    yield* sampleRun(`run-${day}-${String(index + 1).padStart(4, "0")}`, at, chance);
  }
}

/** Mostly in office hours, and fewer at weekends. An hour is left for the last run to end. */
function startBefore(until: Date, chance: Chance): number {
  for (;;) {
    const moment = until.getTime() - 3_600_000 - Math.floor(chance.next() * DAYS * DAY);
    const at = new Date(moment);
    const weekend = at.getUTCDay() % 6 === 0;
    const office = at.getUTCHours() >= 7 && at.getUTCHours() < 19;
    if (chance.yes((weekend ? 0.35 : 1) * (office ? 1 : 0.15))) return moment;
  }
}
