import { cleanStrings, mayHoldUnfit } from "@/lib/formats/clean-strings";
import { MAX_DEPTH } from "@/lib/formats/raw-record";
import { reaches } from "@/lib/formats/reaches";

/** Reads the text of one record; null when it is nested too deeply. Throws when it is no JSON. */
export type ParseText = (text: string) => { value: unknown } | null;

/** As JSON, its strings made fit for storing. */
export const parseText: ParseText = (text) => {
  const value: unknown = JSON.parse(text);
  if (reaches(value, MAX_DEPTH)) return null;
  return { value: mayHoldUnfit(text) ? cleanStrings(value) : value };
};
