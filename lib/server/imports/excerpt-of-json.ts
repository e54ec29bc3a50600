import { excerptOf } from "@/lib/formats/excerpt";

/** The beginning of a value's JSON, for a person to recognise a record by. */
export const excerptOfJson = (value: unknown): string =>
  excerptOf(Buffer.from(JSON.stringify(value).slice(0, 1000)));
