/** A 95 % two-sided interval of a share; both ends between 0 and 1, low at most high. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The standard normal quantile of 0.975: two-sided 95 %. */
export const Z_95 = 1.959963984540054;
