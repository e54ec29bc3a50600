import type { Message } from "@/lib/calls/call";
import { oncePerObject } from "@/lib/once-per-object";

/**
 * The form in which a message is stored and hashed, so that an answer equals the message that
 * quotes it: members that say nothing (null, undefined, an empty list of tool calls) are left
 * out, empty text beside tool calls is no text. Nothing that says something is changed.
 */
export const canonicalMessage = oncePerObject((message: Message): Message => {
  const calls = message.tool_calls !== undefined && message.tool_calls.length > 0;
  const content = message.content === "" && calls ? null : message.content;
  const members = Object.entries(message);
  if (content === message.content && !members.some(saysNothing)) return message;
  const kept = members.filter((member) => !saysNothing(member));
  return { ...Object.fromEntries(kept), role: message.role, content };
});

/** Content says something even when it is null: the message has none. */
function saysNothing([key, value]: [string, unknown]): boolean {
  if (key === "content") return false;
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}
