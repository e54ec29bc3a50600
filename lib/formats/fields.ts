import { z } from "zod";
import { canonicalJson } from "@/lib/calls/canonical";
import { parseTime } from "@/lib/formats/parse-time";
import { expected } from "@/lib/formats/reasons";

/** A name or description; empty and missing are null. */
export const text = z
  .string({ error: expected("text or null") })
  .nullish()
  .transform((value) =>
    value === undefined || value === null || value.trim() === "" ? null : value,
  );

/** A source's id: text, or a whole number that is kept as text. */
export const sourceId = z
  .union([z.string(), z.int()], { error: expected("text, a whole number or null") })
  .nullish()
  .transform((value) =>
    value === undefined || value === null || value === "" ? null : String(value),
  );

/** A token count. Numbers written as text are refused: a column that holds text may hold anything. */
export const count = z
  .int({ error: expected("a whole number of at least 0, or null") })
  .nonnegative({ error: expected("a whole number of at least 0, or null") })
  .nullish()
  .transform((value) => value ?? null);

/** Dollars or milliseconds. */
export const amount = z
  .number({ error: expected("a number of at least 0, or null") })
  .nonnegative({ error: expected("a number of at least 0, or null") })
  .nullish()
  .transform((value) => value ?? null);

export const attempt = z
  .int({ error: expected("a whole number of at least 1, or null") })
  .positive({ error: expected("a whole number of at least 1, or null") })
  .nullish()
  .transform((value) => value ?? null);

/**
 * Yes, no or unknown. Exports of databases write 0 and 1, of data frames "True" and "False": both
 * are unmistakable and accepted. Null, missing and empty text are unknown, never no.
 */
export const flag = z
  .union(
    [
      z.boolean(),
      z.literal([0, 1]),
      z.string().regex(/^(?:true|false)?$/iu, { error: expected("true, false or null") }),
    ],
    {
      error: expected("true, false or null"),
    },
  )
  .nullish()
  .transform((value) => {
    if (value === undefined || value === null || value === "") return null;
    return typeof value === "string" ? value.toLowerCase() === "true" : Boolean(value);
  });

/** A failure's text; objects are kept as JSON. False and empty mean none. */
export const failure = z
  .union([z.string(), z.literal(false), z.record(z.string(), z.unknown())], {
    error: expected("text, an object or null"),
  })
  .nullish()
  .transform((value) => {
    if (value === undefined || value === null || value === false || value === "") return null;
    return typeof value === "string" ? value : canonicalJson(value);
  });

/** A moment, as {@link parseTime} reads it. */
export const time = z
  .string({ error: expected("an ISO 8601 time or null") })
  .nullish()
  .transform((value, context) => {
    if (value === undefined || value === null || value === "") return null;
    const parsed = parseTime(value);
    if (parsed !== null) return parsed;
    context.addIssue("expected an ISO 8601 time such as 2026-11-21T09:30:00Z, got other text");
    return z.NEVER;
  });
