/** One way to ask the price book for a model. */
export interface PriceName {
  /** The price book's provider id; undefined lets the book tell it from the model's name. */
  readonly providerId: string | undefined;
  readonly modelId: string;
}

/** Engines that people run themselves: what a call costs there, no price list knows. */
const SELF_HOSTED = new Set([
  "ollama",
  "ollama_chat",
  "vllm",
  "hosted_vllm",
  "lm_studio",
  "lmstudio",
  "llamafile",
  "llama.cpp",
  "llamacpp",
  "sglang",
  "tgi",
  "xinference",
  "local",
]);

/** What instrumentations and gateways call a provider, by the name that the price book uses. */
const PROVIDERS: Readonly<Record<string, string>> = {
  anthropic: "anthropic",
  openai: "openai",
  "text-completion-openai": "openai",
  azure: "azure",
  azure_ai: "azure",
  "azure.ai.openai": "azure",
  "azure.ai.inference": "azure",
  "az.ai.openai": "azure",
  "az.ai.inference": "azure",
  aws: "aws",
  bedrock: "aws",
  bedrock_converse: "aws",
  amazon_bedrock: "aws",
  "aws.bedrock": "aws",
  aws_bedrock: "aws",
  google: "google",
  gemini: "google",
  google_genai: "google",
  vertex_ai: "google",
  vertexai: "google",
  "gcp.gemini": "google",
  "gcp.gen_ai": "google",
  "gcp.vertex_ai": "google",
  "google-vertex": "google",
  openrouter: "openrouter",
  mistral: "mistral",
  mistralai: "mistral",
  mistral_ai: "mistral",
  groq: "groq",
  together: "together",
  together_ai: "together",
  fireworks: "fireworks",
  fireworks_ai: "fireworks",
  deepseek: "deepseek",
  cohere: "cohere",
  cohere_chat: "cohere",
  xai: "x-ai",
  x_ai: "x-ai",
  "x-ai": "x-ai",
  perplexity: "perplexity",
  novita: "novita",
  cerebras: "cerebras",
  moonshot: "moonshotai",
  moonshotai: "moonshotai",
  minimax: "minimax",
  cloudflare: "cloudflare",
};

/**
 * The names under which the price book may know a model, the surest first. Gateway prefixes
 * (`anthropic/claude-…`, `bedrock/…`, `openrouter/…`) are read as the provider; a Bedrock id
 * (`us.anthropic.claude-…-v1:0`) goes to AWS; a fine-tune (`ft:…`) keeps its whole name, as its price
 * is not the one of its base.
 *
 * @returns `self-hosted` for engines without a price list
 */
export function listPriceNames(
  provider: string | null,
  model: string,
): readonly PriceName[] | "self-hosted" {
  const said = provider?.trim().toLowerCase() ?? "";
  if (SELF_HOSTED.has(said)) return "self-hosted";
  const [prefix, rest] = splitPrefix(model.trim());
  if (prefix !== null && SELF_HOSTED.has(prefix)) return "self-hosted";
  const names: PriceName[] = [];
  const known = PROVIDERS[said];
  // An unmapped name may be one of the book's own; where it is not, the book finds nothing there.
  if (said !== "") names.push({ providerId: known ?? said, modelId: model.trim() });
  const prefixed = prefix === null ? undefined : PROVIDERS[prefix];
  if (known !== undefined && rest !== null && (prefixed === known || prefixed === undefined)) {
    names.push({ providerId: known, modelId: rest });
  }
  // A client that speaks OpenAI's protocol may name openai whoever answers.
  if (known === undefined || known === "openai") {
    if (prefixed !== undefined && rest !== null) {
      names.push({ providerId: prefixed, modelId: rest });
      if (prefixed === "openrouter") return names;
      names.push({ providerId: "openrouter", modelId: model.trim() });
    } else if (isBedrockId(model)) {
      names.push({ providerId: "aws", modelId: model.trim() });
    } else if (prefix === null) {
      names.push({ providerId: undefined, modelId: model.trim() });
    }
  }
  return names;
}

/** `anthropic/claude` gives `anthropic` and `claude`; a name without a slash has no prefix. */
function splitPrefix(model: string): [string, string] | [null, null] {
  const slash = model.indexOf("/");
  if (slash <= 0 || slash === model.length - 1) return [null, null];
  return [model.slice(0, slash).toLowerCase(), model.slice(slash + 1)];
}

const isBedrockId = (model: string): boolean =>
  /^(?:[a-z]{2,6}\.)?(?:anthropic|amazon|meta|mistral|cohere|ai21|deepseek|openai|qwen)\.[a-z0-9]/.test(
    model.trim().toLowerCase(),
  );
