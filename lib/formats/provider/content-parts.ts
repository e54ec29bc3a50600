import type { Message } from "@/lib/calls/call";
import { isObject } from "@/lib/formats/is-object";
import { textOf } from "@/lib/formats/provider/members";

const TEXT_TYPES = new Set(["text", "input_text", "output_text", "summary_text"]);

/**
 * Content in one form, so that an answer equals the message that quotes it: parts of plain
 * text alone are their text, a line each; beside anything else text parts of all APIs are `{type: "text", text}`, marks for the
 * prompt cache are left out. Parts that hold anything else stay as sent.
 */
export function tidyContent(content: Message["content"]): Message["content"] {
  if (!Array.isArray(content)) return content;
  const parts = content.map(tidyPart);
  if (parts.length === 0 || !parts.every(isPlainText)) return parts;
  return parts.map(({ text }) => text).join("\n");
}

function tidyPart(part: unknown): unknown {
  if (!isObject(part)) return part;
  const { cache_control: _cache, ...kept } = part;
  if (!TEXT_TYPES.has(textOf(part["type"]) ?? "") || typeof part["text"] !== "string") return kept;
  const { annotations, logprobs: _logprobs, citations, ...text } = kept;
  return {
    ...text,
    type: "text",
    ...(isEmpty(annotations) ? {} : { annotations }),
    ...(isEmpty(citations) ? {} : { citations }),
  };
}

const isEmpty = (list: unknown): boolean =>
  list === undefined || list === null || (Array.isArray(list) && list.length === 0);

function isPlainText(part: unknown): part is { type: "text"; text: string } {
  if (!isObject(part) || typeof part["text"] !== "string") return false;
  return Object.keys(part).every((key) => key === "type" || key === "text");
}
