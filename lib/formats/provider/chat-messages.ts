import { z } from "zod";
import type { Message } from "@/lib/calls/call";
import { isObject } from "@/lib/formats/is-object";
import { ForeignMessages } from "@/lib/formats/messages";
import { tidyContent } from "@/lib/formats/provider/content-parts";
import { openJson, textOf } from "@/lib/formats/provider/members";

/** The messages of a Chat Completions request. */
export const ChatMessages = z
  .preprocess(openJson, ForeignMessages)
  .transform((messages) => messages?.map(chatMessage) ?? null);

/**
 * One chat message in the canonical shape: parts of text alone become text, a refusal is
 * the text of an answer that has no other, the calls of functions of old become tool calls,
 * reasoning has one name, notes to the cache and to the trainer are left out.
 */
export function chatMessage(message: Message): Message {
  const {
    function_call,
    refusal,
    reasoning_content,
    weight: _,
    cache_control: _cache,
    ...others
  } = message;
  const said = tidyContent(message.content);
  const content = said === null || said === "" ? (textOf(refusal) ?? said) : said;
  const role = message.role === "function" ? "tool" : message.role;
  const thought = textOf(reasoning_content);
  const rest = thought === null ? others : { reasoning: thought, ...others };
  if (!isObject(function_call) || message.tool_calls !== undefined)
    return { ...rest, role, content };
  return { ...rest, role, content, tool_calls: [{ type: "function", function: function_call }] };
}
