import type { CallFacts } from "@/lib/spans/span";
import { asCount, asObject } from "@/lib/spans/plain-values";
import { isObject } from "@/lib/formats/is-object";

/** Token counts as a source states them, before it is known what includes what. */
export type StatedTokens = {
  input: number | null;
  output: number | null;
  total: number | null;
  cached: number | null;
  written: number | null;
  reasoning: number | null;
  /** Further parts of the input and output (audio, image) that a source may count apart. */
  inputExtra: number;
  outputExtra: number;
};

export type TokenFacts = Pick<
  CallFacts,
  "inputTokens" | "cachedInputTokens" | "cacheWriteTokens" | "outputTokens" | "reasoningTokens"
>;

/** What a source is known to count apart from the whole, where its total does not tell. */
export type CountsApart = {
  input: boolean;
  output: boolean;
  /** Whether its total is to be believed when it says otherwise. */
  unlessTotal?: boolean;
};

const INCLUSIVE: CountsApart = { input: false, output: false };

/**
 * Inclusive counts. A total tells: if input + output make it, they are inclusive; if it takes the
 * parts as well, they are counted apart. Without a telling total it is what the source is known
 * for; but a part larger than its whole is always apart.
 */
export function inclusiveTokens(stated: StatedTokens, known: CountsApart = INCLUSIVE): TokenFacts {
  const { input, output, cached, written, reasoning } = stated;
  const inputParts = (cached ?? 0) + (written ?? 0);
  const outputParts = reasoning ?? 0;
  const apart = apartByTotal(stated) ?? known;
  const inputApart = apart.input || (known.input && !known.unlessTotal);
  const addInput = inputApart ? inputParts + stated.inputExtra : 0;
  const addOutput = apart.output ? outputParts + stated.outputExtra : 0;
  return {
    inputTokens: input === null ? null : input + (inputParts > input ? inputParts : addInput),
    cachedInputTokens: cached,
    cacheWriteTokens: written,
    outputTokens:
      output === null ? null : output + (outputParts > output ? outputParts : addOutput),
    reasoningTokens: reasoning,
  };
}

function apartByTotal(stated: StatedTokens): CountsApart | null {
  const { input, output, total } = stated;
  if (input === null || output === null || total === null) return null;
  const inputParts = (stated.cached ?? 0) + (stated.written ?? 0) + stated.inputExtra;
  const outputParts = (stated.reasoning ?? 0) + stated.outputExtra;
  const rest = total - input - output;
  if (rest === 0) return inputParts + outputParts === 0 ? null : INCLUSIVE;
  if (rest === inputParts + outputParts) return { input: true, output: true };
  if (rest === inputParts) return { input: true, output: false };
  return rest === outputParts ? { input: false, output: true } : null;
}

const NAMES = {
  input: [
    "input_tokens",
    "prompt_tokens",
    "input",
    "inputTokens",
    "promptTokens",
    "promptTokenCount",
    "prompt_token_count",
    "inputTokenCount",
  ],
  output: [
    "output_tokens",
    "completion_tokens",
    "output",
    "outputTokens",
    "completionTokens",
    "candidatesTokenCount",
    "candidates_token_count",
    "outputTokenCount",
  ],
  total: ["total_tokens", "total", "totalTokens", "totalTokenCount", "total_token_count"],
  cached: [
    "cache_read_input_tokens",
    "cached_tokens",
    "input_cached_tokens",
    "input_cache_read",
    "cache_read",
    "cachedInputTokens",
    "cacheReadInputTokens",
    "cachedContentTokenCount",
    "cached_content_token_count",
    "prompt_cached_tokens",
    "cached",
    "cacheReadTokens",
    "cache_read_tokens",
    "input_cache_read_tokens",
    "input_token_details.cache_read",
    "prompt_details.cache_read",
  ],
  written: [
    "cache_creation_input_tokens",
    "cache_write_tokens",
    "input_cache_creation",
    "cache_creation",
    "cache_write",
    "cacheWriteInputTokens",
    "input_cache_write",
    "cache_creation_tokens",
    "cacheWriteTokens",
    "prompt_cache_creation_tokens",
    "input_cache_creation_tokens",
    "input_cached_write_tokens",
  ],
  reasoning: [
    "reasoning_tokens",
    "output_reasoning_tokens",
    "output_reasoning",
    "reasoning",
    "thinking_tokens",
    "reasoningTokens",
    "completion_reasoning_tokens",
    "thoughtsTokenCount",
    "thoughts_token_count",
  ],
} as const;

const DETAILS = [
  "prompt_tokens_details",
  "completion_tokens_details",
  "input_tokens_details",
  "output_tokens_details",
  "input_token_details",
  "output_token_details",
  "inputTokenDetails",
  "outputTokenDetails",
  "inputTokens",
  "outputTokens",
];

/** Parts that some sources count apart, beside those with a name of their own. */
const EXTRA =
  /^(input|output)_(?:audio|image|video|text|accepted_prediction|rejected_prediction)_tokens$/u;

/** The counts of a usage object in any of the known spellings, its details one level down. */
export function readUsage(usage: unknown): StatedTokens {
  const flat: Record<string, unknown> = {};
  const details = asObject(usage);
  for (const key of DETAILS) if (isObject(details[key])) Object.assign(flat, details[key]);
  Object.assign(flat, details);
  const find = (names: readonly string[]) => {
    for (const name of names) {
      const count = asCount(flat[name]);
      if (count !== null) return count;
    }
    return null;
  };
  const extra = (side: string) =>
    Object.entries(details)
      .filter(([key]) => EXTRA.exec(key)?.[1] === side)
      .reduce((sum, [, value]) => sum + (asCount(value) ?? 0), 0);
  return {
    input: find(NAMES.input),
    output: find(NAMES.output),
    total: find(NAMES.total),
    cached: find(NAMES.cached),
    written: find(NAMES.written),
    reasoning: find(NAMES.reasoning),
    inputExtra: extra("input"),
    outputExtra: extra("output"),
  };
}

/** Whether anything but zeros is stated. */
export const saysTokens = (stated: StatedTokens): boolean =>
  (stated.input ?? 0) + (stated.output ?? 0) + (stated.total ?? 0) > 0;

/** Whether a usage object is Anthropic's own, which counts cached input apart. */
export function isAnthropicUsage(usage: unknown): boolean {
  const own = asObject(usage);
  const cached = "cache_read_input_tokens" in own || "cache_creation_input_tokens" in own;
  return cached && "input_tokens" in own && !("total_tokens" in own) && !("total" in own);
}
