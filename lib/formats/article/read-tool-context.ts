import type { Message } from "@/lib/calls/call";
import { isObject } from "@/lib/formats/is-object";
import { ForeignMessages } from "@/lib/formats/messages";

export type ToolContext = {
  /** What the model read: comes after the prompt, before the answer. */
  messages: Message[];
  /** What the model could call: goes to the settings. */
  tools: unknown;
};

const NOTHING: ToolContext = { messages: [], tools: null };
const TOOL_NAME = /^[\w.:/-]{1,64}$/u;

/**
 * Tool context is what it looks like. Names or definitions of tools are tools offered; messages are
 * messages; all else (text, a result, a list of results) is something the model read, and becomes
 * one message of the role "tool", with JSON kept as its text.
 */
export function readToolContext(value: unknown): ToolContext {
  if (value === undefined || value === null || value === "") return NOTHING;
  if (typeof value === "string") return read(value);
  if (isObject(value) && "tools" in value && Object.keys(value).length === 1)
    return { messages: [], tools: value["tools"] };
  if (isDefinition(value)) return { messages: [], tools: [value] };
  if (!Array.isArray(value)) return isEmpty(value) ? NOTHING : read(JSON.stringify(value));
  if (value.length === 0) return NOTHING;
  if (value.every(isToolName) || value.every(isDefinition)) return { messages: [], tools: value };
  const messages = ForeignMessages.safeParse(value).data;
  return messages ? { messages, tools: null } : read(JSON.stringify(value));
}

function read(content: string): ToolContext {
  return { messages: [{ role: "tool", content }], tools: null };
}

function isToolName(item: unknown): boolean {
  return typeof item === "string" && TOOL_NAME.test(item);
}

/** A name with a description or a schema of arguments. */
function isDefinition(item: unknown): boolean {
  if (!isObject(item)) return false;
  const inner = isObject(item["function"]) ? item["function"] : item;
  if (typeof inner["name"] !== "string") return false;
  return ["description", "parameters", "input_schema", "inputSchema"].some((key) => key in inner);
}

function isEmpty(value: unknown): boolean {
  return isObject(value) && Object.keys(value).length === 0;
}
