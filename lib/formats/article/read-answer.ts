import type { Message } from "@/lib/calls/call";
import { isObject } from "@/lib/formats/is-object";
import { openJson } from "@/lib/formats/provider/members";

/**
 * An answer whose text is nothing but the JSON of tool calls, as loggers write it that know only
 * text, with these as its tool calls. Any other answer as it is.
 */
export function readAnswer(response: Message | null): Message | null {
  if (response === null || typeof response.content !== "string") return response;
  const calls = openJson(response.content);
  if (!Array.isArray(calls) || calls.length === 0 || !calls.every(isToolCall)) return response;
  return { ...response, content: null, tool_calls: calls };
}

function isToolCall(item: unknown): boolean {
  if (!isObject(item) || !isObject(item["function"])) return false;
  const { name, arguments: given } = item["function"];
  return typeof name === "string" && (typeof given === "string" || isObject(given));
}
