import type { UnitRates } from "@/lib/pricing/unit-rates";

/** An own GPU that serves the small model. */
export interface Gpu {
  /** US dollars an hour. */
  readonly usdPerHour: number;
  /** Tokens a second that it reads and writes while it is busy, all streams together. */
  readonly readsPerSecond: number;
  readonly writesPerSecond: number;
  /** The part of the time that it is busy, in (0, 1]. */
  readonly busy: number;
}

/**
 * US dollars per token on an own GPU: $ an hour / (tokens a second x the part of the time that it is
 * busy x 3,600), for reading and for writing each.
 */
export function ratesOfGpu({ usdPerHour, readsPerSecond, writesPerSecond, busy }: Gpu): UnitRates {
  const perSecond = usdPerHour / (3600 * busy);
  const input = perSecond / readsPerSecond;
  return {
    input,
    cachedInput: input,
    cacheWrite: input,
    output: perSecond / writesPerSecond,
    request: 0,
  };
}

/** What some calls cost and use, one call on average. US dollars and tokens. */
export interface AverageCall {
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** At the candidate's price per token; null without one. */
  readonly hostedUsd: number | null;
  /** What is left of today's cost after judging and escalation: what the small model may cost. */
  readonly roomUsd: number;
}

export interface GpuFacts {
  /** US dollars for one GPU that is kept on: a day. */
  readonly usdPerDay: number;
  /** Calls a day that keep one GPU as busy as assumed. */
  readonly callsPerDayAtBusy: number;
  /** From so many calls a day it is cheaper than the price per token; null without a price. */
  readonly breakEvenHosted: number | null;
  /** From so many calls a day it is cheaper than today's model; null when it never is. */
  readonly breakEvenToday: number | null;
}

/** When a GPU that is kept on day and night pays: $ a day / $ a call. */
export function computeGpuFacts(gpu: Gpu, call: AverageCall): GpuFacts {
  const usdPerDay = gpu.usdPerHour * 24;
  const seconds = call.inputTokens / gpu.readsPerSecond + call.outputTokens / gpu.writesPerSecond;
  return {
    usdPerDay,
    callsPerDayAtBusy: (86_400 * gpu.busy) / seconds,
    breakEvenHosted:
      call.hostedUsd === null || !(call.hostedUsd > 0) ? null : usdPerDay / call.hostedUsd,
    breakEvenToday: call.roomUsd > 0 ? usdPerDay / call.roomUsd : null,
  };
}
