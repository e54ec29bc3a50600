import type { Message } from "@/lib/calls/call";
import { asObject, asText, dig, firstOf } from "@/lib/spans/plain-values";
import { readPart, readToolCall, resultText, type Part, type ToolCallPart } from "./read-part";

const ROLES: Record<string, string> = {
  human: "user",
  ai: "assistant",
  model: "assistant",
  bot: "assistant",
  chat: "user",
  function: "tool",
  HumanMessage: "user",
  HumanMessageChunk: "user",
  AIMessage: "assistant",
  AIMessageChunk: "assistant",
  SystemMessage: "system",
  ToolMessage: "tool",
  FunctionMessage: "tool",
  ChatMessage: "user",
  ChatMessageChunk: "assistant",
};

const canonicalRole = (role: string): string => ROLES[role] ?? role.toLowerCase();

/**
 * One foreign message as one or more messages in OpenAI's shape: text as text, tool calls in
 * `tool_calls`, each tool result a message of its own, reasoning apart. Nothing for what is none.
 */
export function readMessage(raw: unknown): Message[] {
  if (typeof raw === "string") return [{ role: "user", content: raw }];
  if (Array.isArray(raw)) return readTuple(raw);
  const outer = asObject(raw);
  const item = readResponsesItem(outer);
  if (item !== null) return item;
  const message = openLangChain(outer);
  const role = canonicalRole(asText(message["role"]) ?? asText(message["type"]) ?? "user");
  const given = firstOf(message["parts"], message["content"], message["contents"]);
  if (role === "tool") return readToolMessage(message, given);
  const content =
    typeof given === "object" && given !== null && !Array.isArray(given) ? [given] : given;
  const parts = Array.isArray(content) ? content.map(readPart) : [];
  if (typeof content === "string") parts.push({ is: "text", text: content });
  if (parts.length === 0) parts.push(...refusalOf(message));
  return assemble(role, parts, message);
}

const refusalOf = ({ refusal }: Record<string, unknown>): Part[] =>
  typeof refusal === "string" && refusal !== "" ? [{ is: "text", text: refusal }] : [];

/** `["human", "text"]`, as LangChain also takes it. */
function readTuple(raw: readonly unknown[]): Message[] {
  const [role, content] = raw;
  if (raw.length !== 2 || typeof role !== "string" || typeof content !== "string") return [];
  return [{ role: canonicalRole(role), content }];
}

/** `{lc, id: [.., "HumanMessage"], kwargs}`, `{type: "human", data}` or a plain message. */
function openLangChain(outer: Record<string, unknown>): Record<string, unknown> {
  const { kwargs, data, id, type } = outer;
  if (typeof kwargs === "object" && kwargs !== null && Array.isArray(id))
    return { ...kwargs, role: dig(kwargs, "role") ?? id.at(-1) };
  if (typeof data === "object" && data !== null && typeof type === "string")
    return { ...data, role: type };
  return outer;
}

/** Items of OpenAI's Responses API that are no messages. */
function readResponsesItem(item: Record<string, unknown>): Message[] | null {
  if (item["role"] !== undefined) return null;
  switch (item["type"]) {
    case "function_call":
    case "tool_call":
    case "tool-call":
      return [{ role: "assistant", content: null, tool_calls: [readToolCall(item)] }];
    case "function_call_output":
    case "tool_call_response": {
      const part = readPart(item);
      return part.is === "result" ? [resultMessage(part)] : [];
    }
    case "reasoning":
      return assemble("assistant", [readPart(item)], {});
    case "text":
    case "output_text":
      return assemble("assistant", [readPart(item)], {});
    default:
      return null;
  }
}

/** A message of role tool: one result, or several as parts. */
function readToolMessage(message: Record<string, unknown>, content: unknown): Message[] {
  const parts = Array.isArray(content) ? content.map(readPart) : [];
  const results = parts.filter((part) => part.is === "result");
  const callId = asText(firstOf(message["tool_call_id"], message["toolCallId"], message["id"]));
  const name = asText(message["name"]);
  if (results.length > 0)
    return results.map((part) => resultMessage({ ...part, callId: part.callId ?? callId }));
  return [resultMessage({ callId, name, text: resultText(content) })];
}

function resultMessage(result: {
  callId: string | null;
  name: string | null;
  text: string;
}): Message {
  return {
    role: "tool",
    content: result.text,
    ...(result.callId === null ? {} : { tool_call_id: result.callId }),
    ...(result.name === null ? {} : { name: result.name }),
  };
}

function assemble(
  role: string,
  parts: readonly Part[],
  message: Record<string, unknown>,
): Message[] {
  const results = parts.filter((part) => part.is === "result").map(resultMessage);
  const calls = [
    ...callsBeside(message),
    ...parts.flatMap((one) => (one.is === "call" ? [one.call] : [])),
  ];
  const content = contentOf(parts);
  const reasoning = [
    asText(firstOf(message["reasoning_content"], message["reasoning"])) ?? "",
    ...parts.flatMap((one) => (one.is === "reasoning" ? [one.text] : [])),
  ].filter((text) => text !== "");
  const empty = content === null && calls.length === 0 && reasoning.length === 0;
  if (empty && (results.length > 0 || parts.length > 0)) return results;
  const name = asText(message["name"]);
  const own: Message = {
    role,
    content,
    ...(calls.length === 0 ? {} : { tool_calls: uniqueCalls(calls) }),
    ...(reasoning.length === 0 ? {} : { reasoning: reasoning.join("\n") }),
    ...(name === null || name === role ? {} : { name }),
  };
  return [...results, own];
}

/** Text alone is text; beside anything else (an image) the parts stay a list. */
function contentOf(parts: readonly Part[]): Message["content"] {
  const shown = parts.filter((part) => part.is === "text" || part.is === "other");
  if (shown.some((part) => part.is === "other"))
    return shown.map((part) =>
      part.is === "text" ? { type: "text", text: part.text } : part.part,
    );
  const text = shown.map((part) => (part.is === "text" ? part.text : "")).join("\n");
  return shown.length === 0 || text === "" ? null : text;
}

function callsBeside(message: Record<string, unknown>): ToolCallPart[] {
  const { tool_calls, toolCalls, function_call, additional_kwargs } = message;
  const lists = [tool_calls, toolCalls, dig(additional_kwargs, "tool_calls")];
  const list = lists.find((one): one is unknown[] => Array.isArray(one) && one.length > 0);
  if (list !== undefined) return list.map(readToolCall);
  const legacy = function_call ?? dig(additional_kwargs, "function_call");
  return typeof legacy === "object" && legacy !== null ? [readToolCall(legacy)] : [];
}

/** Some sources write a call both in its content and beside it. */
function uniqueCalls(calls: readonly ToolCallPart[]): ToolCallPart[] {
  const seen = new Set<string>();
  return calls.filter(({ id }) => {
    if (id === undefined) return true;
    const fresh = !seen.has(id);
    seen.add(id);
    return fresh;
  });
}
