import { z } from "zod";

const empty = (value: unknown) => (typeof value === "string" && value.trim() === "" ? null : value);
/** An empty field is no 0. */
const required = <Value extends z.ZodType>(value: Value) =>
  z.preprocess((given) => empty(given) ?? undefined, value);
const usd = (what: string) =>
  z.coerce
    .number(`${what}: give US dollars per million tokens`)
    .min(0, `${what}: at least 0`)
    .max(1e6, `${what}: at most 1,000,000`);
const optional = <Value extends z.ZodType>(value: Value) =>
  z.preprocess(empty, value.nullable().default(null));
const name = (what: string) => z.string().trim().max(200, `${what}: at most 200 characters`);

/** An own price, as the form sends it. An empty field says nothing. */
export const PriceInput = z.object({
  model: name("Model").min(1, "Model: give the name that your traces carry"),
  provider: optional(name("Provider")),
  inputUsd: required(usd("Input")),
  cachedInputUsd: optional(usd("Cached input")),
  cacheWriteUsd: optional(usd("Cache write")),
  outputUsd: required(usd("Output")),
  validFrom: optional(z.iso.date("Holds from: give a day as YYYY-MM-DD")),
  note: optional(name("Note")),
});
export type PriceInput = z.infer<typeof PriceInput>;
