import { z } from "zod";

const count = z.number().int().nonnegative();

/**
 * What became of every record of an import. In every state of it
 * `records = calls.new + calls.known + other + unparseable`; flags overlap and are counted beside.
 */
export const Receipt = z.object({
  import: z.uuid(),
  state: z.enum(["running", "done", "cancelled", "interrupted", "refused"]),
  name: z.string(),
  format: z.string().nullable(),
  /** Why it was refused or broke off, and what to do; null when all went well. */
  problem: z.string().nullable(),
  bytes: z.object({ total: count.nullable(), received: count, read: count }),
  records: count,
  calls: z.object({
    new: count,
    known: count,
    known_of_which: z.object({ completed: count, conflicting: count }),
  }),
  other: count,
  unparseable: count,
  merged_later: count,
  traces: count,
  /** Over the new calls; null where this version does not look. */
  flags: z.object({
    errored: count,
    without_ground_truth: count,
    without_text: count,
    near_duplicate: count.nullable(),
    redacted: count.nullable(),
  }),
  redactions: z.record(z.string(), count),
  warnings: z.array(z.string()),
  found: z.record(z.string(), z.array(z.string())),
  rejected_url: z.string().nullable(),
  started_at: z.string(),
  finished_at: z.string().nullable(),
});
export type Receipt = z.infer<typeof Receipt>;

/** Whether the parts of a receipt add up to its whole. */
export const addsUp = (receipt: Receipt): boolean =>
  receipt.records === receipt.calls.new + receipt.calls.known + receipt.other + receipt.unparseable;
