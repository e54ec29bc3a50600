import type { ImportChange } from "@/db/commands/advance-imports";
import type { ImportRow } from "@/db/commands/write-import";
import { addCounts, type Counts, NO_COUNTS } from "@/lib/curation/redact/rule";
import { Findings } from "@/lib/server/imports/import-progress";
import type { TracePlan } from "./plan-trace";
import type { SpanBatch } from "./span-batch";

/** How a warning begins that holds only as long as calls lack messages. */
const MISSING = "Some calls came without messages: ";

type Own = { batch: SpanBatch; plans: readonly TracePlan[] };
type Said = Pick<ImportRow, "warnings" | "found" | "redactions">;

/** What a receipt says after a batch: what it said, and what the batch shows. */
export function sayMore(
  row: ImportRow,
  change: Partial<ImportChange>,
  own: Own | null,
): Partial<Said> {
  const findings = new Findings(row);
  const planned = own?.plans.flatMap((plan) => plan.calls) ?? [];
  for (const note of own?.batch.notes ?? []) findings.warn(note);
  for (const { hint } of planned) if (hint !== null) findings.warn(MISSING + hint);
  findings.look(planned.map((call) => call.derived));
  for (const { before, derived } of planned)
    if (before === null) findings.time(derived.record.startedAt, new Date());
  // messages may come after their spans: the warning goes when the last call has its own
  const complete = row.withoutText + (change.withoutText ?? 0) <= 0;
  const warnings = findings.warnings.filter((text) => !complete || !text.startsWith(MISSING));
  return {
    warnings,
    found: findings.found,
    ...(own && { redactions: addCounts(row.redactions, countRedactions(own)) }),
  };
}

/** How often each rule struck in the records that brought something new. */
function countRedactions({ batch, plans }: Own): Counts {
  const touches = plans.flatMap((plan) =>
    [...plan.trace.spans.values()].flatMap((held) => held.touches),
  );
  return touches
    .filter(({ changed }) => changed !== "nothing")
    .reduce((sum, { item }) => addCounts(sum, batch.spans[item]?.redactions ?? {}), NO_COUNTS);
}
