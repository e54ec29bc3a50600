import type { Attributes } from "@/lib/otlp/otlp";
import type { CallFacts, SpanRole } from "@/lib/spans/span";
import type { Dialect, DialectReading } from "@/lib/spans/span-reading";
import { objectIn, unwrapJson } from "@/lib/spans/json-text";
import { asAmount, asCount, asName, asText, firstOf } from "@/lib/spans/plain-values";
import { normalProvider } from "@/lib/spans/provider";
import { joinAnswer, readMessages, readSystem, withSystem } from "@/lib/spans/read-conversation";
import { joinSettings, settingsIn, toolsIn } from "@/lib/spans/request-settings";
import { inclusiveTokens, type CountsApart } from "@/lib/spans/tokens";

const ROLES: Readonly<Record<string, SpanRole>> = {
  chat: "llm",
  completion: "llm",
  text_completion: "llm",
  generate_content: "llm",
  embeddings: "embedding",
  embedding: "embedding",
  invoke_agent: "agent",
  create_agent: "agent",
  execute_tool: "tool",
  retrieval: "retrieval",
  rerank: "retrieval",
  invoke_workflow: "other",
};

const REQUEST: Readonly<Record<string, string>> = {
  "gen_ai.request.temperature": "temperature",
  "gen_ai.request.top_p": "top_p",
  "gen_ai.request.top_k": "top_k",
  "gen_ai.request.max_tokens": "max_tokens",
  "gen_ai.request.stop_sequences": "stop_sequences",
  "gen_ai.request.seed": "seed",
  "gen_ai.request.frequency_penalty": "frequency_penalty",
  "gen_ai.request.presence_penalty": "presence_penalty",
  "gen_ai.request.reasoning.level": "reasoning_effort",
  "gen_ai.request.reasoning_effort": "reasoning_effort",
  "gen_ai.openai.request.response_format": "response_format",
  "openai.request.response_format": "response_format",
  "gen_ai.request.structured_output_schema": "response_format",
};

/** OpenTelemetry's conventions for generative AI: messages, tools and usage on the span (1.37 on), or none. */
export const genAi: Dialect = {
  id: "gen-ai",
  speaks: ({ attributes }) => Object.keys(attributes).some((key) => key.startsWith("gen_ai.")),
  read(span): DialectReading {
    const { attributes: a } = span;
    const role = roleOf(a);
    // The AI SDK 7 writes the step's name (or the model's) there.
    const agent = span.scopeName === "gen_ai" ? null : asName(a["gen_ai.agent.name"]);
    if (role === "tool") return { role, agent, tool: toolOf(a) };
    if (role !== "llm" && role !== "embedding") return { role, agent };
    return {
      role,
      agent,
      responseId: asText(a["gen_ai.response.id"]),
      call: callOf(a, countsApart(span.scopeName, a)),
    };
  },
};

function roleOf(a: Attributes): SpanRole | null {
  const operation = asText(a["gen_ai.operation.name"]);
  if (operation !== null) return ROLES[operation] ?? "other";
  if (a["gen_ai.tool.name"] !== undefined) return "tool";
  const model = firstOf(a["gen_ai.request.model"], a["gen_ai.response.model"]);
  const used = firstOf(
    a["gen_ai.usage.output_tokens"],
    a["gen_ai.usage.completion_tokens"],
    a["gen_ai.output.messages"],
    a["gen_ai.system"],
    a["gen_ai.provider.name"],
  );
  return model === undefined || used === undefined ? null : "llm";
}

function callOf(a: Attributes, apart: CountsApart): Partial<CallFacts> {
  const input = readMessages(a["gen_ai.input.messages"]);
  const output = readMessages(a["gen_ai.output.messages"]);
  const system = readSystem(unwrapJson(a["gen_ai.system_instructions"] ?? ""));
  const format = asText(a["gen_ai.output.type"]);
  const asked = Object.entries(REQUEST).map(([key, name]) => [name, a[key]] as const);
  return {
    provider: normalProvider(asText(firstOf(a["gen_ai.provider.name"], a["gen_ai.system"]))),
    requestModel: asText(a["gen_ai.request.model"]),
    model: asText(a["gen_ai.response.model"]),
    messages: withSystem(system, input),
    response: output === null ? null : joinAnswer(output),
    settings: joinSettings(
      settingsIn(Object.fromEntries(asked)),
      settingsIn({ tools: toolsIn(a["gen_ai.tool.definitions"]) }),
      format === "json" ? { response_format: { type: "json_object" } } : null,
    ),
    attempt: attemptOf(a),
    statedCostUsd: asAmount(firstOf(a["gen_ai.usage.cost"], a["gen_ai.usage.total_cost"])),
    ...usageOf(a, apart),
  };
}

/** How often the request was sent again within the span, as HTTP's conventions count. */
function attemptOf(a: Attributes): number | null {
  const resent = asCount(a["http.request.resend_count"]);
  return resent === null ? null : resent + 1;
}

const count = (a: Attributes, ...keys: readonly string[]): number | null =>
  asCount(firstOf(...keys.map((key) => a[`gen_ai.usage.${key}`])));

/** The usage attributes in their old and new spellings. */
export function usageOf(a: Attributes, apart: CountsApart) {
  return inclusiveTokens(
    {
      input: count(a, "input_tokens", "prompt_tokens"),
      output: count(a, "output_tokens", "completion_tokens"),
      total: count(a, "total_tokens") ?? asCount(a["llm.usage.total_tokens"]),
      cached: count(
        a,
        "cache_read.input_tokens",
        "cache_read_input_tokens",
        "details.cache_read_tokens",
        "details.cached_tokens",
      ),
      written: count(
        a,
        "cache_write.input_tokens",
        "cache_creation.input_tokens",
        "cache_creation_input_tokens",
        "cache_write_input_tokens",
        "details.cache_write_tokens",
      ),
      reasoning: count(
        a,
        "reasoning.output_tokens",
        "reasoning_tokens",
        "details.reasoning_tokens",
        "output_tokens.reasoning",
      ),
      inputExtra: 0,
      outputExtra: 0,
    },
    apart,
  );
}

/**
 * The conventions count inclusively. OpenLLMetry's JavaScript instrumentation of Anthropic hands
 * on the provider's own count, which leaves cached input out, and a total that does too.
 */
export function countsApart(scope: string | null, a: Attributes): CountsApart {
  const provider = normalProvider(asText(firstOf(a["gen_ai.provider.name"], a["gen_ai.system"])));
  const javascript = scope !== null && scope.startsWith("@traceloop/");
  return { input: javascript && provider === "anthropic", output: false };
}

function toolOf(a: Attributes) {
  const given = a["gen_ai.tool.call.arguments"];
  return {
    name: asText(a["gen_ai.tool.name"]),
    callId: asText(a["gen_ai.tool.call.id"]),
    arguments: objectIn(given) ?? given ?? null,
    result: a["gen_ai.tool.call.result"] ?? null,
  };
}
