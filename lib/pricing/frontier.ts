import { unitRates } from "./unit-rates";

/** US dollars per million output tokens from which a model counts as frontier unless people say which do. */
export const FRONTIER_OUTPUT_USD = 10;

/** The rule that holds until a workspace ticks its own models, in words. */
export const FRONTIER_RULE = `list price of output at least $${FRONTIER_OUTPUT_USD} per million tokens on the day of the call`;

/**
 * Whether a call was made on a frontier model: one of those that the workspace ticked, else one whose
 * list price of output on the day of the call is at least {@link FRONTIER_OUTPUT_USD}. Own prices of
 * the workspace do not make a model more or less frontier.
 *
 * @param chosen names of models as the calls give them; null for the rule
 * @returns null when the call names no model, or the rule finds no list price for it
 */
export function isFrontier(
  call: {
    readonly provider: string | null;
    readonly model: string | null;
    /** UTC day, `YYYY-MM-DD`; null takes the date of the price book. */
    readonly day: string | null;
  },
  chosen: readonly string[] | null,
): boolean | null {
  if (call.model === null) return null;
  if (chosen !== null) return chosen.includes(call.model);
  const rates = unitRates({ ...call, tier: 0 });
  return typeof rates === "string" ? null : rates.output * 1e6 >= FRONTIER_OUTPUT_USD - 1e-9;
}
