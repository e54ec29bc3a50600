import { z } from "zod";

/** What can be deleted. A workspace is asked for by typing its name, in a verb of its own. */
export const DeletionScope = z.discriminatedUnion("what", [
  z.object({ what: z.literal("trace"), subject: z.guid("This is no id of a trace.") }),
  z.object({ what: z.literal("import"), subject: z.guid("This is no id of an import.") }),
  z.object({
    what: z.literal("older"),
    subject: z.iso.datetime({ offset: true, error: "This is no moment." }),
  }),
]);
export type DeletionScope = z.infer<typeof DeletionScope>;

/** What a deletion takes with it. */
export type DoomedCounts = {
  /** Without second views, which count nowhere. */
  calls: number;
  /** Traces that lose calls or steps; those left empty go. */
  traces: number;
  labels: number;
  drawItems: number;
};

/** Whole days of retention, from 1 to ten years. */
export const RetentionDays = z.coerce
  .number("Days: give a whole number")
  .int("Days: give a whole number")
  .min(1, "Days: at least 1")
  .max(3650, "Days: at most 3,650");
