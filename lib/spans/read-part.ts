import { asObject, asText, dig, firstOf } from "@/lib/spans/plain-values";
import { parseJsonText } from "@/lib/spans/json-text";

/** A tool call in OpenAI's shape, with arguments as text. */
export type ToolCallPart = {
  id?: string;
  type: "function";
  function: { name: string | null; arguments: string };
};

/** One part of a message, whatever the dialect it was written in. */
export type Part =
  | { is: "text"; text: string }
  | { is: "reasoning"; text: string }
  | { is: "call"; call: ToolCallPart }
  | { is: "result"; callId: string | null; name: string | null; text: string }
  /** An image, a file, audio …: kept as sent. */
  | { is: "other"; part: unknown };

const TEXT = new Set(["text", "input_text", "output_text", "refusal", "summary_text"]);
const REASONING = new Set(["reasoning", "thinking", "redacted_thinking", "redacted-reasoning"]);
const CALL = new Set(["tool_call", "tool-call", "tool_use", "function_call", "server_tool_call"]);
const RESULT = new Set([
  "tool_call_response",
  "tool-result",
  "tool_result",
  "function_call_output",
  "server_tool_call_response",
]);

/**
 * Reads a part as OpenAI (Chat and Responses), Anthropic, OpenTelemetry, the Vercel AI SDK, Gemini
 * and Bedrock write them. Anything that is none of these is kept as sent.
 */
export function readPart(raw: unknown): Part {
  if (typeof raw === "string") return { is: "text", text: raw };
  const part = asObject(raw);
  const { type } = part;
  if (typeof type === "string") {
    if (TEXT.has(type)) return { is: "text", text: innerText(part) };
    if (REASONING.has(type)) return { is: "reasoning", text: innerText(part) };
    if (CALL.has(type)) return { is: "call", call: readToolCall(part) };
    if (RESULT.has(type)) return readResult(part);
    return { is: "other", part: raw };
  }
  return readUntyped(part, raw);
}

/** Gemini and Bedrock name a part by its only key. */
function readUntyped(part: Record<string, unknown>, raw: unknown): Part {
  const call = part["functionCall"] ?? part["function_call"] ?? part["toolUse"];
  if (call !== undefined && call !== null) return { is: "call", call: readToolCall(call) };
  const result = part["functionResponse"] ?? part["function_response"] ?? part["toolResult"];
  if (result !== undefined && result !== null) return readResult(asObject(result));
  const text = part["text"] ?? part["content"];
  if (typeof text !== "string") return { is: "other", part: raw };
  return part["thought"] === true ? { is: "reasoning", text } : { is: "text", text };
}

function innerText(part: Record<string, unknown>): string {
  const { text, content, thinking, reasoning, refusal, summary } = part;
  const found = firstOf(text, content, thinking, reasoning, refusal);
  if (typeof found === "string") return found;
  const parts = Array.isArray(summary) ? summary : Array.isArray(content) ? content : [];
  return parts.map((one) => asText(dig(one, "text")) ?? "").join("\n");
}

/** A tool call in any nesting: `function.name`, flat `name`, `toolName`, `args`, `input`, `arguments`. */
export function readToolCall(raw: unknown): ToolCallPart {
  const outer = asObject(raw);
  const call = typeof outer["function"] === "object" ? asObject(outer["function"]) : outer;
  const id = asText(
    firstOf(outer["id"], outer["call_id"], outer["toolCallId"], outer["toolUseId"]),
  );
  const name = asText(firstOf(call["name"], call["toolName"], call["tool_name"], outer["name"]));
  const given = firstOf(call["arguments"], call["args"], call["input"], call["parameters"]);
  return {
    ...(id === null ? {} : { id: outer["call_id"] === undefined ? id : String(outer["call_id"]) }),
    type: "function",
    function: { name, arguments: jsonText(given ?? {}) },
  };
}

const jsonText = (value: unknown): string =>
  typeof value === "string" ? value : JSON.stringify(value);

function readResult(part: Record<string, unknown>): Part {
  const { id, tool_call_id, toolCallId, tool_use_id, call_id, toolUseId, callId } = part;
  const { response, result, output, content } = part;
  return {
    is: "result",
    callId: asText(firstOf(tool_call_id, toolCallId, tool_use_id, call_id, toolUseId, callId, id)),
    name: asText(firstOf(part["name"], part["toolName"])),
    text: resultText(firstOf(response, result, output, content)),
  };
}

/** The text of what a tool gave back: text parts joined, wrappers of the AI SDK opened, else JSON. */
export function resultText(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "string") {
    const list = value.startsWith("[") ? parseJsonText(value) : undefined;
    return textParts(list) ?? value;
  }
  const list = textParts(value);
  if (list !== null) return list;
  const wrapped = asObject(value);
  const isWrapper = typeof wrapped["type"] === "string" && "value" in wrapped;
  if (isWrapper) return resultText(wrapped["value"]);
  return JSON.stringify(value);
}

function textParts(value: unknown): string | null {
  if (!Array.isArray(value) || value.length === 0) return null;
  const texts = value.map((part: unknown) => {
    const { type, text, content } = asObject(part);
    const found = text ?? content;
    return type === "text" && typeof found === "string" ? found : null;
  });
  return texts.includes(null) ? null : texts.join("\n");
}
