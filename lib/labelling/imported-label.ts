import { z } from "zod";
import { cleanText } from "@/lib/formats/clean-strings";
import { NOTE_LENGTH } from "./label-row";
import { Verdict } from "./verdict";

const DIGIT = "reasons are digits of the codebook, from 1 to 9";
const sourceId = z.string().min(1).max(1_000).transform(cleanText);

/** One line of labels made elsewhere: which call, who says it, what they say. */
export const ImportedLabel = z
  .object({
    /** Our id of the call, as `GET /api/v1/calls` tells it; else both ids of the source. */
    call_id: z.guid("call_id is an id as GET /api/v1/calls tells it").nullish(),
    trace_id: sourceId.nullish(),
    span_id: sourceId.nullish(),
    reviewer: z
      .string("reviewer is the name of who gave the label")
      .trim()
      .min(1, "reviewer is the name of who gave the label")
      .max(200, "reviewer has at most 200 characters")
      .transform(cleanText),
    verdict: z.enum(Verdict.options, `verdict is one of ${Verdict.options.join(", ")}`),
    reasons: z
      .array(z.coerce.number(DIGIT).int(DIGIT).min(1, DIGIT).max(9, DIGIT), DIGIT)
      .nullish()
      .transform((digits) => [...new Set(digits ?? [])].toSorted((a, b) => a - b)),
    note: z
      .string()
      .max(NOTE_LENGTH, `note has at most ${NOTE_LENGTH} characters`)
      .nullish()
      .transform((note) => (note ? cleanText(note) : null)),
  })
  .refine(
    (label) => Boolean(label.call_id) || (Boolean(label.trace_id) && Boolean(label.span_id)),
    "Name the call: call_id, or trace_id and span_id",
  );
export type ImportedLabel = z.infer<typeof ImportedLabel>;

export type LabelLine = { line: number; label: ImportedLabel };
export type RefusedLine = { line: number; reason: string };

/**
 * Reads JSON Lines. Empty lines are not counted; a line that is no label is refused by its number,
 * from 1, and does not hold up the others.
 */
export function parseLabelLines(text: string): { labels: LabelLine[]; refused: RefusedLine[] } {
  const labels: LabelLine[] = [];
  const refused: RefusedLine[] = [];
  for (const [index, written] of text.split(/\r?\n/u).entries()) {
    const line = index + 1;
    if (written.trim() === "") continue;
    const parsed = ImportedLabel.safeParse(readJson(index === 0 ? stripMark(written) : written));
    if (parsed.success) labels.push({ line, label: parsed.data });
    else
      refused.push({ line, reason: `${parsed.error.issues[0]?.message ?? "This is no label"}.` });
  }
  return { labels, refused };
}

/** A byte order mark at the beginning of a file. */
const stripMark = (text: string): string => (text.startsWith("\uFEFF") ? text.slice(1) : text);

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const count = z.number().int().nonnegative();

/** What became of each line: `lines = labels.new + labels.known + refused`. */
export const LabelReceipt = z.object({
  lines: count,
  labels: z.object({
    new: count,
    /** Said before in the same words by the same reviewer on the same call. */
    known: count,
    /** Of the new ones: those that replace an earlier word of the reviewer on the call. */
    replacing: count,
  }),
  refused: count,
  /** Reviewers who were not known before. */
  reviewers: z.object({ new: count }),
  codebook_version: count,
  /** The first refused lines, each with its number from 1. */
  refusals: z.array(z.object({ line: count, reason: z.string() })),
});
export type LabelReceipt = z.infer<typeof LabelReceipt>;

/** So many refusals are told one by one. */
export const REFUSALS_TOLD = 1_000;
