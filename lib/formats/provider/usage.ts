import { z } from "zod";
import { count } from "@/lib/formats/fields";
import { inclusiveTokens, type StatedTokens } from "@/lib/formats/inclusive-tokens";
import type { Api } from "@/lib/formats/provider/api-of";
import { expected } from "@/lib/formats/reasons";

const object = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.object(shape, { error: expected("an object or null") }).nullish();

const InputDetails = object({
  cached_tokens: count,
  cache_write_tokens: count,
  cache_creation_tokens: count,
});

/** `usage` of all three APIs: their names do not collide, so gateways that mix them are read too. */
export const Usage = object({
  prompt_tokens: count,
  completion_tokens: count,
  input_tokens: count,
  output_tokens: count,
  total_tokens: count,
  prompt_tokens_details: InputDetails,
  input_tokens_details: InputDetails,
  completion_tokens_details: object({ reasoning_tokens: count }),
  output_tokens_details: object({ reasoning_tokens: count, thinking_tokens: count }),
  cache_read_input_tokens: count,
  cache_creation_input_tokens: count,
  prompt_cache_hit_tokens: count,
});
export type Usage = z.infer<typeof Usage>;

/**
 * Inclusive tokens from an answer's usage. Anthropic's input leaves out what was read from and
 * written to the cache: both are added. The OpenAI shapes are inclusive; where a server's total
 * shows that reasoning was counted apart, it is added.
 */
export function usageTokens(usage: Usage, api: Api) {
  const stated = statedTokens(usage);
  if (api === "anthropic") {
    const apart = (stated.cached ?? 0) + (stated.written ?? 0);
    const input = stated.input === null ? null : stated.input + apart;
    return inclusiveTokens({ ...stated, input });
  }
  const { input, output, reasoning } = stated;
  const total = usage?.total_tokens ?? null;
  const isApart =
    input !== null && output !== null && reasoning !== null && reasoning > 0
      ? total === input + output + reasoning
      : false;
  return inclusiveTokens(
    isApart ? { ...stated, output: (output ?? 0) + (reasoning ?? 0) } : stated,
  );
}

function statedTokens(usage: Usage): StatedTokens {
  const inDetails = usage?.prompt_tokens_details ?? usage?.input_tokens_details;
  return {
    input: usage?.prompt_tokens ?? usage?.input_tokens ?? null,
    output: usage?.completion_tokens ?? usage?.output_tokens ?? null,
    cached:
      inDetails?.cached_tokens ??
      usage?.cache_read_input_tokens ??
      usage?.prompt_cache_hit_tokens ??
      null,
    written:
      inDetails?.cache_write_tokens ??
      inDetails?.cache_creation_tokens ??
      usage?.cache_creation_input_tokens ??
      null,
    reasoning:
      usage?.completion_tokens_details?.reasoning_tokens ??
      usage?.output_tokens_details?.reasoning_tokens ??
      usage?.output_tokens_details?.thinking_tokens ??
      null,
  };
}
