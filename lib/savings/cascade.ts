/**
 * What a gate does with a call that the router has sent to the small model. The router sees the step
 * type and not the label, so a cluster that is 70 % viable sends the other 30 % as well.
 */
export interface Gate {
  /** Share of the unviable answers that it escalates, 0..1; 1 is a perfect gate. */
  readonly catchRate?: number;
  /** Share of the good answers that it escalates all the same, 0..1. */
  readonly falseAlarmRate?: number;
}

/**
 * The share of routed calls that go on to the large model: e = (1 - v) t + v f, for a viable share v,
 * catch rate t and false alarm rate f.
 *
 * @throws RangeError when a rate lies outside 0..1
 */
export function escalationRate({
  viableShare,
  catchRate = 1,
  falseAlarmRate = 0,
}: Gate & { readonly viableShare: number }): number {
  for (const rate of [viableShare, catchRate, falseAlarmRate]) refuseNoShare(rate);
  return (1 - viableShare) * catchRate + viableShare * falseAlarmRate;
}

/** Bad answers that pass the gate, per routed call: (1 - v) (1 - t). */
export function undetectedRate({
  viableShare,
  catchRate = 1,
}: Pick<Gate, "catchRate"> & { readonly viableShare: number }): number {
  for (const rate of [viableShare, catchRate]) refuseNoShare(rate);
  return (1 - viableShare) * (1 - catchRate);
}

/** The costs of a cascade in US dollars, all per call or all for the same calls. */
export interface CascadeCosts {
  /** S: the small model's answer. */
  readonly smallUsd: number;
  /** V: judging it; 0 for log-probabilities. */
  readonly verifierUsd: number;
  /** E: the large model's answer to an escalated call. */
  readonly escalatedUsd: number;
}

/** C = S + V + e E, in US dollars. */
export function cascadeCost(costs: CascadeCosts, escalation: number): number {
  refuseNoShare(escalation);
  return costs.smallUsd + costs.verifierUsd + escalation * costs.escalatedUsd;
}

/**
 * The escalation rate at which the cascade costs as much as today: (B - S - V) / E. Below 0 it never
 * pays; above 1 it always does.
 *
 * @param todayUsd B: what the calls cost as billed, cached input included
 * @returns null when an escalated call costs nothing: there is nothing to break even on
 */
export function breakEvenEscalation(costs: CascadeCosts, todayUsd: number): number | null {
  if (!(costs.escalatedUsd > 0)) return null;
  return (todayUsd - costs.smallUsd - costs.verifierUsd) / costs.escalatedUsd;
}

function refuseNoShare(rate: number): void {
  if (!(rate >= 0 && rate <= 1)) throw new RangeError(`A rate lies in 0..1, not ${rate}.`);
}
