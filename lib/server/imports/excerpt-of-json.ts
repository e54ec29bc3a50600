import { type Clean, excerptOf } from "@/lib/formats/excerpt";

/** The beginning of a value's JSON, for a person to recognise a record by; cleaned before it is cut. */
export const excerptOfJson = (value: unknown, clean?: Clean): string =>
  excerptOf(Buffer.from(JSON.stringify(value).slice(0, clean ? 8192 : 1000)), clean);
