const KNOWN: readonly (readonly [RegExp, string])[] = [
  [/azure/u, "azure"],
  [/bedrock|^aws/u, "bedrock"],
  [/vertex/u, "vertex_ai"],
  [/openrouter/u, "openrouter"],
  [/^openai|^chatopenai/u, "openai"],
  [/anthropic|claude/u, "anthropic"],
  [/gemini|google|^gcp/u, "google"],
  [/mistral/u, "mistral"],
  [/cohere/u, "cohere"],
  [/groq/u, "groq"],
  [/deepseek/u, "deepseek"],
  [/^x[._-]?ai|grok/u, "xai"],
  [/together/u, "together"],
  [/fireworks/u, "fireworks"],
  [/perplexity/u, "perplexity"],
  [/ollama/u, "ollama"],
];

/**
 * One name per provider, whatever the dialect calls it: `OpenAI`, `openai.chat` and
 * `openai.responses` are `openai`. An unknown one stays as it is written, in lower case.
 */
export function normalProvider(name: string | null): string | null {
  if (name === null) return null;
  const lower = name.trim().toLowerCase();
  if (lower === "" || lower === "unknown") return null;
  return KNOWN.find(([pattern]) => pattern.test(lower))?.[1] ?? lower;
}
