import type { Message } from "@/lib/calls/call";
import type { Attributes } from "@/lib/otlp/otlp";
import type { CallFacts, OutcomeFact, SpanRole } from "@/lib/spans/span";
import type { Dialect, DialectReading } from "@/lib/spans/span-reading";
import { objectIn, unwrapJson } from "@/lib/spans/json-text";
import { outcomeOf } from "@/lib/spans/outcome";
import {
  asAmount,
  asCount,
  asName,
  asObject,
  asText,
  dig,
  firstOf,
} from "@/lib/spans/plain-values";
import { normalProvider } from "@/lib/spans/provider";
import { readAnswer } from "@/lib/spans/read-answer";
import { joinAnswer, readMessages } from "@/lib/spans/read-conversation";
import { readRequest } from "@/lib/spans/read-request";
import { joinSettings, settingsIn } from "@/lib/spans/request-settings";
import { inclusiveTokens } from "@/lib/spans/tokens";
import { unflatten } from "@/lib/spans/unflatten";

const KINDS: Readonly<Record<string, SpanRole>> = {
  LLM: "llm",
  AGENT: "agent",
  CHAIN: "chain",
  TOOL: "tool",
  RETRIEVER: "retrieval",
  RERANKER: "retrieval",
  EMBEDDING: "embedding",
};

/** OpenInference (Phoenix, Arize): messages as flattened attributes, the raw bodies beside them. */
export const openInference: Dialect = {
  id: "openinference",
  speaks: ({ attributes }) =>
    attributes["openinference.span.kind"] !== undefined ||
    attributes["llm.input_messages.0.message.role"] !== undefined,
  read(span): DialectReading {
    const { attributes: a } = span;
    const kind = asText(a["openinference.span.kind"])?.toUpperCase();
    const role = kind === undefined ? "llm" : (KINDS[kind] ?? "other");
    const outcomes = [
      ...outcomesIn(a, "annotations.", "annotation"),
      ...outcomesIn(a, "evaluations.", "evaluation"),
    ];
    const isCall = role === "llm" || role === "embedding";
    const answer = isCall ? readAnswer(unwrapJson(a["output.value"] ?? null)) : null;
    return {
      role,
      outcomes,
      agent: asName(a["agent.name"]),
      responseId: answer?.responseId ?? null,
      ...(role === "tool" ? { tool: toolOf(a, span.name) } : {}),
      ...(isCall ? { call: callOf(a) } : {}),
    };
  },
};

function callOf(a: Attributes): Partial<CallFacts> {
  const asked = isBody(a, "input") ? readRequest(a["input.value"]) : null;
  const answered = readAnswer(a["output.value"] ?? null);
  const invocation = objectIn(a["llm.invocation_parameters"]);
  const input = flattened(a, "llm.input_messages.");
  const output = flattened(a, "llm.output_messages.");
  const tools = unflatten(a, "llm.tools.");
  const definitions = Array.isArray(tools)
    ? tools.map((one) => dig(one, "tool", "json_schema"))
    : null;
  return {
    provider: normalProvider(asText(firstOf(a["llm.provider"], a["llm.system"]))),
    requestModel: asText(
      firstOf(a["llm.request.model_name"], invocation?.["model"], asked?.requestModel),
    ),
    model: asText(firstOf(a["llm.response.model_name"], answered.model, a["llm.model_name"])),
    messages: input ?? prompts(a) ?? asked?.messages ?? plainInput(a),
    response: (output === null ? null : joinAnswer(output)) ?? completion(a) ?? answered.response,
    settings: joinSettings(
      settingsIn({ tools: definitions }),
      settingsIn(invocation),
      asked?.settings ?? null,
    ),
    statedCostUsd: asAmount(a["llm.cost.total"]),
    ...usageOf(a),
  };
}

const isBody = (a: Attributes, side: "input" | "output"): boolean =>
  objectIn(a[`${side}.value`]) !== null;

function plainInput(a: Attributes): Message[] | null {
  return readRequest(a["input.value"] ?? null).messages;
}

/** `llm.input_messages.0.message.tool_calls.0.tool_call.function.name` and its kin. */
function flattened(a: Attributes, prefix: string): Message[] | null {
  const list = unflatten(a, prefix);
  if (!Array.isArray(list)) return null;
  return readMessages(list.map((one) => openMessage(asObject(dig(one, "message")))));
}

function openMessage(message: Record<string, unknown>): Record<string, unknown> {
  const { contents, tool_calls, ...rest } = message;
  const calls = Array.isArray(tool_calls) ? tool_calls.map((one) => dig(one, "tool_call")) : [];
  const parts = Array.isArray(contents)
    ? contents.map((one) => openPart(dig(one, "message_content")))
    : null;
  const legacy = message["function_call_name"];
  if (typeof legacy === "string")
    calls.push({ name: legacy, arguments: message["function_call_arguments_json"] });
  return {
    role: "assistant",
    ...rest,
    content: rest["content"] ?? parts ?? null,
    ...(calls.length === 0 ? {} : { tool_calls: calls }),
  };
}

function openPart(part: unknown): unknown {
  const { type, image, ...rest } = asObject(part);
  const url = dig(image, "image", "url") ?? dig(image, "url");
  return url === undefined ? { type, ...rest } : { type: "image_url", image_url: { url } };
}

function prompts(a: Attributes): Message[] | null {
  const list = unflatten(a, "llm.prompts.");
  if (!Array.isArray(list)) return null;
  const texts = list.map((one) => asText(dig(one, "prompt", "text")));
  return texts.flatMap((text) => (text === null ? [] : [{ role: "user", content: text }]));
}

function completion(a: Attributes): Message | null {
  const text = asText(a["llm.choices.0.completion.text"]);
  return text === null ? null : { role: "assistant", content: text };
}

const count = (a: Attributes, key: string) => asCount(a[`llm.token_count.${key}`]);

const usageOf = (a: Attributes) =>
  inclusiveTokens({
    input: count(a, "prompt"),
    output: count(a, "completion"),
    total: count(a, "total"),
    cached: count(a, "prompt_details.cache_read"),
    written: count(a, "prompt_details.cache_write"),
    reasoning: count(a, "completion_details.reasoning"),
    inputExtra: 0,
    outputExtra: 0,
  });

function outcomesIn(a: Attributes, prefix: string, member: string): OutcomeFact[] {
  const list = unflatten(a, prefix);
  if (!Array.isArray(list)) return [];
  return list.flatMap((one) => {
    const { name, label, score } = asObject(dig(one, member));
    return typeof name === "string" ? [outcomeOf(name, score, "span", { label })] : [];
  });
}

function toolOf(a: Attributes, spanName: string) {
  const given = firstOf(a["tool.parameters"], a["input.value"]);
  return {
    name: asText(a["tool.name"]) ?? spanName,
    callId: asText(firstOf(a["tool.id"], a["tool_call.id"])),
    arguments: unwrapJson(given ?? null),
    result: a["output.value"] ?? null,
  };
}
