import { z } from "zod";
import type { Message } from "@/lib/calls/call";
import { isObject } from "@/lib/formats/is-object";
import { ForeignMessages } from "@/lib/formats/messages";
import { tidyContent } from "@/lib/formats/provider/content-parts";
import { openJson } from "@/lib/formats/provider/members";

/** The messages of a Chat Completions request. */
export const ChatMessages = z
  .preprocess(openJson, ForeignMessages)
  .transform((messages) => messages?.map(chatMessage) ?? null);

/**
 * One chat message in the canonical shape: text parts alone become text, the calls of functions of
 * old become tool calls, notes to the cache and to the trainer are left out.
 */
export function chatMessage(message: Message): Message {
  const { function_call, weight: _weight, cache_control: _cache, ...rest } = message;
  const content = tidyContent(message.content);
  const role = message.role === "function" ? "tool" : message.role;
  if (!isObject(function_call) || message.tool_calls !== undefined)
    return { ...rest, role, content };
  return { ...rest, role, content, tool_calls: [{ type: "function", function: function_call }] };
}
