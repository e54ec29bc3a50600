import type { Attributes } from "@/lib/otlp/otlp";
import { isObject } from "@/lib/formats/is-object";
import { objectIn } from "@/lib/spans/json-text";
import { asCount, asText, firstOf } from "@/lib/spans/plain-values";
import { inclusiveTokens, readUsage, type StatedTokens, type TokenFacts } from "@/lib/spans/tokens";

/** Their APIs leave cached input out of the input; until version 5 the SDK hands that on. */
const CACHE_APART = /anthropic|bedrock/iu;

/** What only some providers' metadata say, in the SDK's spelling. */
const PROVIDER_NAMES: Readonly<Record<string, keyof StatedTokens>> = {
  cachedPromptTokens: "cached",
  promptCacheHitTokens: "cached",
  cacheReadInputTokens: "cached",
  cacheCreationInputTokens: "written",
  cacheWriteInputTokens: "written",
  reasoningTokens: "reasoning",
};

/** Inclusive counts of a call by the Vercel AI SDK, in the spelling of any of its versions. */
export function aiSdkTokens(a: Attributes): TokenFacts {
  const count = (...keys: readonly string[]) => asCount(firstOf(...keys.map((key) => a[key])));
  const extra = fromProvider(a);
  const isDetailed = Object.keys(a).some((key) => key.startsWith("ai.usage.inputTokenDetails."));
  const provider = asText(firstOf(a["ai.model.provider"], a["gen_ai.system"])) ?? "";
  const stated: StatedTokens = {
    input: count("ai.usage.inputTokens", "ai.usage.promptTokens", "gen_ai.usage.input_tokens"),
    output: count(
      "ai.usage.outputTokens",
      "ai.usage.completionTokens",
      "gen_ai.usage.output_tokens",
    ),
    total: count("ai.usage.totalTokens"),
    cached:
      count(
        "ai.usage.inputTokenDetails.cacheReadTokens",
        "ai.usage.cachedInputTokens",
        "gen_ai.usage.cache_read.input_tokens",
      ) ?? extra.cached,
    written:
      count(
        "ai.usage.inputTokenDetails.cacheWriteTokens",
        "gen_ai.usage.cache_write.input_tokens",
        "gen_ai.usage.cache_creation.input_tokens",
      ) ?? extra.written,
    reasoning:
      count(
        "ai.usage.outputTokenDetails.reasoningTokens",
        "ai.usage.reasoningTokens",
        "gen_ai.usage.reasoning.output_tokens",
      ) ?? extra.reasoning,
    inputExtra: 0,
    outputExtra: 0,
  };
  const speaksAi = a["ai.operationId"] !== undefined;
  const apart = speaksAi && !isDetailed && CACHE_APART.test(provider);
  return inclusiveTokens(stated, { input: apart, output: false });
}

/** `{provider: {…}}`, where some also keep the usage object of the API. */
function fromProvider(a: Attributes): Pick<StatedTokens, "cached" | "written" | "reasoning"> {
  const held = objectIn(a["ai.response.providerMetadata"]) ?? {};
  const [own] = Object.values(held).filter(isObject);
  const usage = readUsage(own?.["usage"] ?? own?.["usageMetadata"]);
  const found = { cached: usage.cached, written: usage.written, reasoning: usage.reasoning };
  for (const [name, field] of Object.entries(PROVIDER_NAMES)) {
    const value = asCount(own?.[name]);
    if (value !== null) Object.assign(found, { [field]: value });
  }
  return found;
}
