import { z } from "zod";
import { Verdict } from "./verdict";

const text = z.string().nullable();

/**
 * A label as it leaves the house by `GET /api/v1/labels`. Every row that was ever written is there;
 * `current` says which still speaks. Ids of traces and spans are the source's own.
 */
export const LabelRecord = z.strictObject({
  id: z.string(),
  call_id: z.string(),
  trace_id: text,
  span_id: text,
  /** The drawn item, and its draw; null for a label on a call that no draw selected. */
  item_id: text,
  draw: z.number().int().nullable(),
  rater: z.string(),
  rater_kind: z.enum(["member", "external", "reference", "machine"]),
  origin: z.string(),
  /** Null only on a retraction. */
  verdict: Verdict.nullable(),
  /** Digits of the codebook's reasons. */
  reasons: z.array(z.string()),
  note: text,
  /** Yes and no to the rubric's statements, by statement, as JSON; null when none was answered. */
  rubric: text,
  codebook_version: z.number().int(),
  /** It came after its slot had been filled by another. */
  extra: z.boolean(),
  /** The label by hand that a propagated one repeats. */
  propagated_from: text,
  supersedes: text,
  retracted: z.boolean(),
  /** Neither superseded nor taken back. */
  current: z.boolean(),
  decision_ms: z.number().int().nullable(),
  /** ISO 8601 in UTC. */
  created_at: z.iso.datetime(),
});
export type LabelRecord = z.infer<typeof LabelRecord>;

/** The columns of the CSV, in the order of the contract. */
export const LABEL_COLUMNS = Object.keys(LabelRecord.shape) as (keyof LabelRecord)[];
