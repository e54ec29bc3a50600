/** Token counts as a source states them; null where it is silent. */
export type StatedTokens = {
  input: number | null;
  cached: number | null;
  written: number | null;
  output: number | null;
  reasoning: number | null;
};

/**
 * Inclusive token counts. A part that is larger than its whole shows a source that counts them
 * apart (as Anthropic's API does): then the whole is the sum.
 */
export function inclusiveTokens(stated: StatedTokens) {
  const notes: string[] = [];
  const inclusive = (name: string, whole: number | null, parts: number) => {
    if (whole === null || parts <= whole) return whole;
    notes.push(`${name} is smaller than its parts: read as counted apart from them`);
    return whole + parts;
  };
  const { input, cached, written, output, reasoning } = stated;
  return {
    tokens: {
      inputTokens: inclusive("input_tokens", input, (cached ?? 0) + (written ?? 0)),
      cachedInputTokens: cached,
      cacheWriteTokens: written,
      outputTokens: inclusive("output_tokens", output, reasoning ?? 0),
      reasoningTokens: reasoning,
    },
    notes,
  };
}
