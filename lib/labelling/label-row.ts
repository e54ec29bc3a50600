import { z } from "zod";
import { Verdict } from "./verdict";

/** The longest note, in UTF-16 units. */
export const NOTE_LENGTH = 4000;

/** So many labels travel in one request. */
export const LABELS_A_BATCH = 50;

/** Yes and no to the codebook's rubric questions, by question; what was not answered is not there. */
export const Rubric = z
  .record(z.string().min(1).max(20), z.boolean())
  .refine((answers) => Object.keys(answers).length <= 20, "A rubric has at most 20 questions");
export type Rubric = z.infer<typeof Rubric>;

/**
 * One word of a rater as it leaves the browser. The browser makes the id, so that sending a row
 * again is safe. A correction supersedes the rater's own current label of the item; a retraction
 * takes it back and says nothing itself.
 */
export const LabelRow = z
  .object({
    id: z.guid(),
    itemId: z.guid(),
    /** Null only on a retraction. */
    verdict: Verdict.nullable(),
    retracted: z.boolean(),
    /** Digits of the codebook's reasons. */
    reasons: z.array(z.number().int().min(1).max(9)).max(9),
    note: z
      .string()
      .max(NOTE_LENGTH, `A note has at most ${NOTE_LENGTH} characters`)
      .transform((note) => note.replaceAll("\u0000", "\uFFFD"))
      .nullable(),
    /** Null when no question was answered. */
    rubric: Rubric.nullable().default(null),
    /** Whether calls that were asked the same get it too, as propagated labels. */
    alike: z.boolean().default(false),
    supersedes: z.guid().nullable(),
    /** Milliseconds from seeing the call to deciding; null when not measured. */
    decisionMs: z.number().int().min(0).max(2_147_483_647).nullable(),
  })
  .refine((row) => row.retracted === (row.verdict === null), "A label has a verdict")
  .refine((row) => !row.retracted || row.supersedes !== null, "A retraction says of which label");
export type LabelRow = z.infer<typeof LabelRow>;

/** A rater's own label of an item, as it stands. */
export const OwnLabel = z.object({
  id: z.guid(),
  verdict: Verdict,
  reasons: z.array(z.number()),
  note: z.string().nullable(),
  rubric: Rubric.nullable().default(null),
  alike: z.boolean().default(false),
});
export type OwnLabel = z.infer<typeof OwnLabel>;

/** What became of one row: saved now, known from an earlier try, or refused with the reason. */
export const LabelResult = z.discriminatedUnion("status", [
  z.object({ id: z.string(), status: z.enum(["saved", "known"]) }),
  z.object({
    id: z.string(),
    status: z.literal("refused"),
    reason: z.string(),
    /** The rater's own current label of the item, when that is what stood in the way. */
    current: OwnLabel.nullable(),
  }),
]);
export type LabelResult = z.infer<typeof LabelResult>;

/** The answer to a batch of labels. */
export const LabelResults = z.object({ results: z.array(LabelResult) });
export type LabelResults = z.infer<typeof LabelResults>;
