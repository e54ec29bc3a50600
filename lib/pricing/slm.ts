/** A small language model that might serve a route key. Null is unknown. */
export interface Slm {
  readonly id: string;
  readonly name: string;
  readonly family: string;
  /** Billions; for models of effective size (E2B, E4B) the effective number. */
  readonly parametersB: number | null;
  /** Tokens. */
  readonly contextTokens: number | null;
  readonly licence: string | null;
  /** `YYYY-MM`. */
  readonly released: string | null;
  /** A hosted list price in US dollars per million tokens; an input to edit, not a truth. */
  readonly price: {
    readonly inputPer1M: number;
    readonly outputPer1M: number;
    /** The host and the name under which the price book lists it. */
    readonly provider: string;
    readonly listedAs: string;
    /** `YYYY-MM-DD`: the price book's date. */
    readonly asOf: string;
  } | null;
}
