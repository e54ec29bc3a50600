import { z } from "zod";

const MOST = "A filter has at most 500 characters";

/** As the import stores it: PostgreSQL has no text with NUL in it. */
const asStored = (value: string): string => value.replaceAll("\0", "\uFFFD");

const orNull = (value: string | null | undefined): string | null =>
  value === undefined || value === "" ? null : value;

/** A name to find as it is, outer blanks included; only an empty one is no filter. */
export const ExactText = z
  .string()
  .transform(asStored)
  .pipe(z.string().max(500, MOST))
  .nullish()
  .transform(orNull);

/** Words to search for; blanks around them say nothing. */
export const SearchText = z
  .string()
  .transform((value) => asStored(value).trim())
  .pipe(z.string().max(500, MOST))
  .nullish()
  .transform(orNull);
