/** A low end, the likely value, and a high end. */
export interface Range {
  readonly low: number;
  readonly mid: number;
  readonly high: number;
}

/**
 * What an interval of savings says: the low end is at or above zero, the high end is below it, or zero
 * lies between, and the interval leaves open which.
 */
export type Outcome = "saves" | "may cost more" | "costs more";

/** What routing some calls would save; every amount in US dollars. */
export type Projection =
  | {
      readonly known: true;
      /** Over the observed window. */
      readonly todayUsd: number;
      readonly savingUsd: Range;
      /** The same in the unit that is shown. */
      readonly scaled: {
        readonly todayUsd: number;
        /** S: the small model on all of the calls. */
        readonly smallUsd: number;
        /** V: judging all of its answers. */
        readonly verifierUsd: number;
        /** E: all of the calls, had they been escalated. */
        readonly escalatedUsd: number;
        readonly savingUsd: Range;
        /** On the other state of the prompt cache; null without list prices. */
        readonly otherCacheUsd: Range | null;
      };
      readonly per: "30 days" | "1,000 calls";
      /** The escalation rates behind high, mid and low savings. */
      readonly escalation: Range;
      readonly breakEvenEscalation: number | null;
      /** Bad answers that pass the gate, per 1,000 routed calls; null without a share. */
      readonly undetected: Range | null;
      readonly coveredCalls: number;
      readonly calls: number;
      readonly outcome: Outcome;
    }
  | { readonly known: false; readonly reason: string };

export type KnownProjection = Extract<Projection, { known: true }>;

/** The days after which a one-off cost has come back at so much a month; null when it never does. */
export const paybackDays = (onceUsd: number, usdPer30Days: number): number | null =>
  usdPer30Days > 0 ? (onceUsd / usdPer30Days) * 30 : null;
