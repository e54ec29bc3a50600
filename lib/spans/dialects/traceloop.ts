import type { Attributes } from "@/lib/otlp/otlp";
import type { CallFacts, SpanRole } from "@/lib/spans/span";
import type { Dialect, DialectReading } from "@/lib/spans/span-reading";
import { objectIn, unwrapJson } from "@/lib/spans/json-text";
import { asName, asObject, asText, dig, firstOf } from "@/lib/spans/plain-values";
import { normalProvider } from "@/lib/spans/provider";
import { joinAnswer, readMessages } from "@/lib/spans/read-conversation";
import { settingsIn } from "@/lib/spans/request-settings";
import { unflatten } from "@/lib/spans/unflatten";
import { countsApart, usageOf } from "./gen-ai";

const KINDS: Readonly<Record<string, SpanRole>> = {
  workflow: "other",
  agent: "agent",
  task: "chain",
  tool: "tool",
};
const TYPES: Readonly<Record<string, SpanRole>> = {
  chat: "llm",
  completion: "llm",
  embedding: "embedding",
  rerank: "retrieval",
};

const MARKS =
  /^(?:traceloop\.|llm\.request\.type$|llm\.prompts\.\d|gen_ai\.(?:prompt|completion)\.\d|llm\.completions\.\d)/u;

/** OpenLLMetry: its own span kinds, and (up to 0.22, most Python) messages as numbered attributes. */
export const traceloop: Dialect = {
  id: "traceloop",
  speaks: ({ attributes }) => Object.keys(attributes).some((key) => MARKS.test(key)),
  read(span): DialectReading {
    const { attributes: a } = span;
    const role = roleOf(a);
    const path = asText(a["traceloop.entity.path"])?.split(".").at(-1) ?? null;
    const step = role === null || role === "llm" ? asName(path) : null;
    const placed: DialectReading = step === null ? {} : { step, stepSource: "ancestor" };
    const agent = role === "agent" ? asName(a["traceloop.entity.name"]) : null;
    const isCall = role === "llm" || role === "embedding";
    return {
      ...placed,
      role,
      agent,
      ...(role === "tool" ? { tool: toolOf(a) } : {}),
      ...(isCall ? { call: callOf(a, span.scopeName) } : {}),
    };
  },
};

function roleOf(a: Attributes): SpanRole | null {
  const type = TYPES[asText(a["llm.request.type"]) ?? ""];
  if (type !== undefined) return type;
  const kind = KINDS[asText(a["traceloop.span.kind"]) ?? ""];
  if (kind !== undefined) return kind;
  const spoken =
    a["gen_ai.prompt.0.role"] ?? a["gen_ai.prompt.0.content"] ?? a["gen_ai.completion.0.role"];
  return spoken === undefined ? null : "llm";
}

function callOf(a: Attributes, scope: string | null): Partial<CallFacts> {
  const prompts = numbered(a, ["gen_ai.prompt.", "llm.prompts."]);
  const answers = numbered(a, ["gen_ai.completion.", "llm.completions."]);
  const output = readMessages(answers.map((one) => ({ role: "assistant", ...one })));
  const functions = unflatten(a, "llm.request.functions.");
  const tools = Array.isArray(functions) ? functions.map(openTool) : [];
  return {
    provider: normalProvider(asText(firstOf(a["gen_ai.system"], a["llm.vendor"]))),
    requestModel: asText(firstOf(a["gen_ai.request.model"], a["llm.request.model"])),
    model: asText(firstOf(a["gen_ai.response.model"], a["llm.response.model"])),
    messages: readMessages(prompts),
    response: output === null ? null : joinAnswer(output),
    settings: settingsIn({
      temperature: firstOf(a["gen_ai.request.temperature"], a["llm.temperature"]),
      top_p: firstOf(a["gen_ai.request.top_p"], a["llm.top_p"]),
      max_tokens: firstOf(a["gen_ai.request.max_tokens"], a["llm.request.max_tokens"]),
      tools,
    }),
    ...usageOf(a, countsApart(scope, a)),
  };
}

/** Content is text, or JSON text of a list of parts. */
function numbered(a: Attributes, prefixes: readonly string[]): Record<string, unknown>[] {
  for (const prefix of prefixes) {
    const list = unflatten(a, prefix);
    if (!Array.isArray(list)) continue;
    return list.map((one: unknown) => {
      const { content, tool_calls, ...rest } = asObject(one);
      const parts =
        typeof content === "string" && isPartList(content) ? unwrapJson(content) : content;
      const calls = Array.isArray(tool_calls) ? { tool_calls } : {};
      return { ...rest, content: parts ?? null, ...calls };
    });
  }
  return [];
}

const isPartList = (text: string): boolean =>
  text.startsWith("[") && typeof dig(unwrapJson(text), 0, "type") === "string";

function openTool(tool: unknown): unknown {
  const { name, description, parameters, arguments: schema, input_schema } = asObject(tool);
  const given = firstOf(parameters, schema, input_schema);
  return {
    type: "function",
    function: {
      name,
      ...(description === undefined ? {} : { description }),
      ...(given === undefined ? {} : { parameters: unwrapJson(given) }),
    },
  };
}

function toolOf(a: Attributes) {
  const input = objectIn(a["traceloop.entity.input"]);
  return {
    name: asText(a["traceloop.entity.name"]),
    arguments:
      firstOf(dig(input, "inputs"), dig(input, "args", 0), dig(input, "args"), input) ?? null,
    result: unwrapJson(a["traceloop.entity.output"] ?? null),
  };
}
