/** The fields of a call that the kept totals sum. */
export type Summed = {
  errored: boolean;
  inputTokens: number | null;
  cachedInputTokens: number | null;
  cacheWriteTokens: number | null;
  outputTokens: number | null;
  reasoningTokens: number | null;
  statedCostUsd: number | null;
};

const known = (value: number | null, sign: 1 | -1) => (value === null ? 0 : sign);
const part = (value: number | null, sign: 1 | -1) => (value === null ? 0 : value * sign);

/** What one call adds to its bucket (or takes from it, with sign −1): sums and known-counts. */
export function totalSums(call: Summed, sign: 1 | -1) {
  return {
    calls: sign as number,
    errored: call.errored ? (sign as number) : 0,
    inputTokens: part(call.inputTokens, sign),
    inputKnown: known(call.inputTokens, sign),
    cachedInputTokens: part(call.cachedInputTokens, sign),
    cachedInputKnown: known(call.cachedInputTokens, sign),
    cacheWriteTokens: part(call.cacheWriteTokens, sign),
    cacheWriteKnown: known(call.cacheWriteTokens, sign),
    outputTokens: part(call.outputTokens, sign),
    outputKnown: known(call.outputTokens, sign),
    reasoningTokens: part(call.reasoningTokens, sign),
    reasoningKnown: known(call.reasoningTokens, sign),
    statedCostUsd: part(call.statedCostUsd, sign),
    statedCostKnown: known(call.statedCostUsd, sign),
  };
}

export type TotalSums = ReturnType<typeof totalSums>;

const EACH: Readonly<Record<keyof TotalSums, true>> = {
  calls: true,
  errored: true,
  inputTokens: true,
  inputKnown: true,
  cachedInputTokens: true,
  cachedInputKnown: true,
  cacheWriteTokens: true,
  cacheWriteKnown: true,
  outputTokens: true,
  outputKnown: true,
  reasoningTokens: true,
  reasoningKnown: true,
  statedCostUsd: true,
  statedCostKnown: true,
};

/** Every sum and known-count by its name. */
export const SUMMED = Object.keys(EACH) as readonly (keyof TotalSums)[];
