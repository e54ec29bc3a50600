/** What stands for unknown, everywhere: never 0. */
export const DASH = "–";

/** Between a number and its unit; neither breaks nor takes a whole space. */
export const THIN = "\u202f";

/** Whether there is a number to show. */
export const isKnown = (value: number | null | undefined): value is number =>
  value !== null && value !== undefined && !Number.isNaN(value);
