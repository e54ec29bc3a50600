import type { Message } from "@/lib/calls/call";
import type { Attributes, OtlpSpan } from "@/lib/otlp/otlp";
import type { CallFacts } from "@/lib/spans/span";
import type { Dialect, DialectReading } from "@/lib/spans/span-reading";
import { isGenericName } from "@/lib/spans/generic-names";
import { listIn, unwrapJson } from "@/lib/spans/json-text";
import { asName, asText, firstOf } from "@/lib/spans/plain-values";
import { normalProvider } from "@/lib/spans/provider";
import { readMessages } from "@/lib/spans/read-conversation";
import { readToolCall } from "@/lib/spans/read-part";
import { readRequest } from "@/lib/spans/read-request";
import { settingsIn, toolsIn } from "@/lib/spans/request-settings";
import { aiSdkTokens } from "./vercel-ai-tokens";

/**
 * Vercel AI SDK 4 to 6, and 7 with its older telemetry: `ai.generateText` only sums up its
 * `ai.generateText.doGenerate` spans, which are the calls.
 */
export const vercelAi: Dialect = {
  id: "vercel-ai",
  speaks: ({ attributes }) => asText(attributes["ai.operationId"]) !== null,
  read(span): DialectReading {
    const { attributes: a } = span;
    const operation = asText(a["ai.operationId"]) ?? "";
    if (operation === "ai.toolCall") return { role: "tool", tool: toolOf(a) };
    if (operation.endsWith(".doEmbed")) return { role: "embedding", call: modelOf(a) };
    if (!/\.do(?:Generate|Stream)$/u.test(operation)) return { role: "chain" };
    return {
      role: "llm",
      responseId: asText(firstOf(a["ai.response.id"], a["gen_ai.response.id"])),
      call: callOf(a),
    };
  },
};

/** In version 7 the agent span carries the function id, which names the step, as agent name. */
export const vercelAi7: Dialect = {
  id: "vercel-ai-7",
  speaks: ({ scopeName, attributes }) =>
    (scopeName === "gen_ai" || scopeName === "ai") &&
    attributes["ai.operationId"] === undefined &&
    attributes["gen_ai.operation.name"] !== undefined,
  read(span): DialectReading {
    const { attributes: a } = span;
    const isAgent = a["gen_ai.operation.name"] === "invoke_agent";
    const step = functionId(span);
    return {
      ...(isAgent ? { role: "chain" as const } : {}),
      ...(step === null ? {} : { step, stepSource: "instrumented" as const }),
      ...(a["gen_ai.operation.name"] === "chat" ? { call: aiSdkTokens(a) } : {}),
    };
  },
};

function functionId({ attributes: a, name }: OtlpSpan): string | null {
  const given = asName(a["gen_ai.agent.name"]) ?? asName(/^invoke_agent (.+)$/u.exec(name)?.[1]);
  const models = [asText(a["gen_ai.request.model"]), asText(a["gen_ai.response.model"])];
  return given === null || isGenericName(given, models) ? null : given;
}

function modelOf(a: Attributes): Partial<CallFacts> {
  return {
    provider: normalProvider(asText(firstOf(a["ai.model.provider"], a["gen_ai.system"]))),
    requestModel: asText(firstOf(a["ai.model.id"], a["gen_ai.request.model"])),
    model: asText(firstOf(a["ai.response.model"], a["gen_ai.response.model"])),
    ...aiSdkTokens(a),
  };
}

function callOf(a: Attributes): Partial<CallFacts> {
  const prompt = a["ai.prompt.messages"];
  return {
    ...modelOf(a),
    messages: readMessages(prompt) ?? readRequest(firstOf(prompt, a["ai.prompt"])).messages,
    response: answerOf(a),
    settings: settingsIn({
      temperature: firstOf(a["gen_ai.request.temperature"], a["ai.settings.temperature"]),
      topP: firstOf(a["gen_ai.request.top_p"], a["ai.settings.topP"]),
      topK: firstOf(a["gen_ai.request.top_k"], a["ai.settings.topK"]),
      max_tokens: firstOf(
        a["gen_ai.request.max_tokens"],
        a["ai.settings.maxOutputTokens"],
        a["ai.settings.maxTokens"],
      ),
      stop_sequences: a["gen_ai.request.stop_sequences"],
      tools: toolsIn(a["ai.prompt.tools"]),
      tool_choice: unwrapJson(a["ai.prompt.toolChoice"]),
      ...(/Object\.do/u.test(String(a["ai.operationId"]))
        ? { response_format: { type: "json_object" } }
        : {}),
    }),
  };
}

/** `ai.response.*`; before version 4 `ai.result.*`. */
function answerOf(a: Attributes): Message | null {
  const at = (key: string) => firstOf(a[`ai.response.${key}`], a[`ai.result.${key}`]);
  const calls = listIn(at("toolCalls")) ?? [];
  const text = asText(at("text")) ?? asText(at("object"));
  const reasoning = asText(at("reasoning"));
  if (text === null && calls.length === 0) return null;
  return {
    role: "assistant",
    content: text,
    ...(calls.length === 0 ? {} : { tool_calls: calls.map(readToolCall) }),
    ...(reasoning === null ? {} : { reasoning }),
  };
}

function toolOf(a: Attributes) {
  return {
    name: asText(a["ai.toolCall.name"]),
    callId: asText(a["ai.toolCall.id"]),
    arguments: unwrapJson(firstOf(a["ai.toolCall.args"], a["ai.toolCall.input"]) ?? null),
    result: unwrapJson(firstOf(a["ai.toolCall.result"], a["ai.toolCall.output"]) ?? null),
  };
}
