import type { Message } from "@/lib/calls/call";

/**
 * The form in which a message is stored and hashed, so that an answer equals the message that
 * quotes it: members that say nothing (null, undefined, an empty list of tool calls) are left
 * out, empty text beside tool calls is no text. Nothing that says something is changed.
 */
export function canonicalMessage(message: Message): Message {
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(message)) {
    if (value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0))
      kept[key] = value;
  }
  const calls = message.tool_calls !== undefined && message.tool_calls.length > 0;
  const content = message.content === "" && calls ? null : message.content;
  return { ...kept, role: message.role, content };
}
