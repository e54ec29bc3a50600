import type { Message } from "@/lib/calls/call";
import { isObject } from "@/lib/formats/is-object";
import { messageText } from "@/lib/calls/message-text";
import { unwrapJson } from "./json-text";
import { readMessage } from "./read-message";
import { readPart } from "./read-part";

/**
 * A list of foreign messages (or its JSON text) as messages in OpenAI's shape; null when it is no
 * list of messages. A list within a list (LangChain) is opened; tool calls that come as items of
 * their own (Responses API) join the assistant's message before them.
 */
export function readMessages(value: unknown): Message[] | null {
  const list = unwrapJson(value);
  if (!Array.isArray(list) || list.length === 0) return null;
  const [first] = list;
  const inner: unknown = Array.isArray(first) && list.length === 1 ? first : list;
  if (!Array.isArray(inner) || !inner.every(isMessage)) return null;
  const joined: Message[] = [];
  for (const raw of inner) {
    const isItem = isObject(raw) && raw["role"] === undefined && ITEMS.test(String(raw["type"]));
    for (const message of readMessage(raw)) append(joined, message, isItem);
  }
  return joined;
}

const MARKS = ["role", "parts", "content", "kwargs", "data", "tool_calls"];
const ITEMS = /^(?:function_call(?:_output)?|reasoning|message|tool_call(?:_response)?)$/u;

function isMessage(value: unknown): boolean {
  if (Array.isArray(value)) return readMessage(value).length > 0;
  if (!isObject(value)) return false;
  return MARKS.some((mark) => mark in value) || ITEMS.test(String(value["type"]));
}

/** System text, wherever it came from: text, JSON text, or a list of parts. Null when there is none. */
export function readSystem(value: unknown): Message | null {
  const inner = unwrapJson(value);
  const list = Array.isArray(inner) ? inner : [typeof inner === "string" ? inner : value];
  const [single] = list;
  if (isObject(single) && (single["role"] !== undefined || Array.isArray(single["parts"]))) {
    const texts = list.flatMap(readMessage).map(messageText);
    return systemOf(texts);
  }
  return systemOf(
    list.map((part) => {
      const read = readPart(part);
      return read.is === "text" ? read.text : "";
    }),
  );
}

function systemOf(texts: readonly string[]): Message | null {
  const text = texts.filter((one) => one !== "").join("\n");
  return text.trim() === "" ? null : { role: "system", content: text };
}

/** The messages with the system text first, unless they begin with it. */
export function withSystem(system: Message | null, messages: Message[] | null): Message[] | null {
  if (system === null) return messages;
  const [first] = messages ?? [];
  const known = first !== undefined && (first.role === "system" || first.role === "developer");
  return known ? messages : [system, ...(messages ?? [])];
}

/** Several messages of one answer (text, then calls, then reasoning) as one. Null for none. */
export function joinAnswer(messages: readonly Message[]): Message | null {
  const answers = messages.filter(({ role }) => role !== "tool");
  const joined: Message[] = [];
  for (const message of answers) append(joined, { ...message, role: "assistant" }, true);
  return joined[0] ?? null;
}

/** Adds a message; one that belongs to the assistant's message before it (an item, or what followed a mere thought) joins it. */
function append(joined: Message[], message: Message, join: boolean): void {
  const last = joined.at(-1);
  const thought = last?.content === null && last.tool_calls === undefined;
  if (last?.role === "assistant" && message.role === "assistant" && (join || thought))
    joined[joined.length - 1] = joinTwo(last, message);
  else joined.push(message);
}

function joinTwo(a: Message, b: Message): Message {
  const calls = [...(a.tool_calls ?? []), ...(b.tool_calls ?? [])];
  const reasoning = [a["reasoning"], b["reasoning"]].filter((text) => typeof text === "string");
  return {
    ...a,
    content: joinContent(a.content, b.content),
    ...(calls.length === 0 ? {} : { tool_calls: calls }),
    ...(reasoning.length === 0 ? {} : { reasoning: reasoning.join("\n") }),
  };
}

function joinContent(a: Message["content"], b: Message["content"]): Message["content"] {
  if (a === null || b === null) return a ?? b;
  if (typeof a === "string" && typeof b === "string") return `${a}\n${b}`;
  const list = (content: string | unknown[]) =>
    typeof content === "string" ? [{ type: "text", text: content }] : content;
  return [...list(a), ...list(b)];
}
