import type { Outcome } from "./projection";

/** An outcome in words, on the screen and in every file; null when there is nothing to warn of. */
export const OUTCOME_NOTES: Record<Outcome, string | null> = {
  saves: null,
  "may cost more": "may cost more: a saving is not yet proven",
  "costs more": "costs more than today, even at the high end",
};
