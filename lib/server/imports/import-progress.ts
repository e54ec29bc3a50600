import type { ImportProgress } from "@/db/commands/write-import";
import { cutText } from "@/lib/cut-text";
import type { DerivedCall } from "./derive-call";
import type { BatchPlan } from "./plan-batch";

/** How many of each thing a receipt names while it runs. */
const FOUND_LIMIT = 8;
const WARNING_LIMIT = 20;

/** Characters of a name and of a warning that a receipt shows. */
const NAME_LENGTH = 80;
const WARNING_LENGTH = 1000;

/** No model answered before; a day is left for clocks that are ahead. */
const EARLIEST = Date.UTC(2015, 0, 1);
const DAY_MS = 24 * 3_600_000;
const IMPLAUSIBLE =
  "an implausible time: before 2015, or more than a day after the import. The times are kept as they are.";
const COUNTED = new RegExp(`^(\\d+) calls? ha(?:s|ve) ${IMPLAUSIBLE}$`, "u");

/** What a batch starts from. */
export const NOTHING: ImportProgress = {
  records: 0,
  callsNew: 0,
  callsKnown: 0,
  callsCompleted: 0,
  callsConflicting: 0,
  other: 0,
  unparseable: 0,
  tracesNew: 0,
  errored: 0,
  withoutGroundTruth: 0,
  withoutText: 0,
  redacted: 0,
  nearDuplicate: 0,
};

/** What has been seen so far: agents, models, step types, and warnings, each once. */
export class Findings {
  readonly #found = new Map<string, Set<string>>();
  readonly #warnings = new Set<string>();
  #implausible = 0;

  /** Begins with what a receipt says already. */
  constructor(
    said: { warnings: readonly string[]; found: Record<string, string[]> } | null = null,
  ) {
    for (const warning of said?.warnings ?? []) {
      const counted = COUNTED.exec(warning)?.[1];
      if (counted === undefined) this.#warnings.add(warning);
      else this.#implausible += Number(counted);
    }
    for (const [what, names] of Object.entries(said?.found ?? {})) {
      this.#found.set(what, new Set(names));
    }
  }

  /** Counts a call that cannot have been made when it says; it is kept as it is. */
  time(startedAt: string | null, now: Date): void {
    if (startedAt === null) return;
    const at = Date.parse(startedAt);
    if (at < EARLIEST || at > now.getTime() + DAY_MS) this.#implausible += 1;
  }

  warn(warning: string): void {
    if (this.#warnings.size < WARNING_LIMIT) this.#warnings.add(cutText(warning, WARNING_LENGTH));
  }

  look(calls: readonly DerivedCall[]): void {
    for (const { record } of calls) {
      this.#note("agents", record.agent);
      this.#note("models", record.model ?? record.requestModel);
      this.#note("step types", record.stepType);
    }
  }

  #note(what: string, name: string | null): void {
    if (name === null) return;
    const names = this.#found.get(what) ?? new Set();
    if (names.size < FOUND_LIMIT) names.add(cutText(name, NAME_LENGTH));
    this.#found.set(what, names);
  }

  get found(): Record<string, string[]> {
    return Object.fromEntries([...this.#found].map(([what, names]) => [what, [...names]]));
  }

  get warnings(): string[] {
    const calls = this.#implausible === 1 ? "1 call has" : `${this.#implausible} calls have`;
    const times = this.#implausible > 0 ? [`${calls} ${IMPLAUSIBLE}`] : [];
    return [...times, ...this.#warnings];
  }
}

type Flag = "errored" | "withoutGroundTruth" | "withoutText" | "redacted" | "nearDuplicate";

/** What a planned batch adds to a receipt. */
export function countPlan(plan: BatchPlan) {
  const flagged = (flag: Flag) => plan.newCalls.filter((call) => call.row[flag]).length;
  return {
    callsNew: plan.callsNew,
    callsKnown: plan.callsKnown,
    callsCompleted: plan.callsCompleted,
    callsConflicting: plan.conflicts.length,
    errored: flagged("errored"),
    withoutGroundTruth: flagged("withoutGroundTruth"),
    withoutText: flagged("withoutText"),
    redacted: flagged("redacted"),
    nearDuplicate: flagged("nearDuplicate"),
  };
}
