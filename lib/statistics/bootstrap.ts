/**
 * The variance of a sum over traces when whole traces are drawn again with replacement, scaled by
 * m / (m - 1) so that it is unbiased for m independent traces (Rao and Wu 1988, JASA 83:231-241; Efron
 * and Tibshirani, An Introduction to the Bootstrap, chapter 6). Of a sum it needs no drawing: endless
 * repeats give m times the variance of the m values.
 *
 * @param influences what each trace adds to the estimate's deviation; they add up to nearly 0
 * @returns 0 with fewer than two traces: there is nothing to draw from
 */
export function bootstrapVariance(influences: readonly number[]): number {
  const traces = influences.length;
  if (traces < 2) return 0;
  const mean = influences.reduce((sum, one) => sum + one, 0) / traces;
  const squares = influences.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  return (squares * traces) / (traces - 1);
}
