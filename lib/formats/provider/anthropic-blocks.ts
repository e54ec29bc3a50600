import type { Message } from "@/lib/calls/call";
import { isObject } from "@/lib/formats/is-object";
import { tidyContent } from "@/lib/formats/provider/content-parts";
import { type Members, textOf } from "@/lib/formats/provider/members";

/**
 * One message of Anthropic's API in the canonical shape: `tool_use` becomes a tool call, each
 * `tool_result` a message of the role "tool" before what else the person says, thinking stands
 * apart as `reasoning`. Signatures and encrypted thinking are left out: nobody can read them.
 */
export function anthropicMessages(role: string, content: unknown): Message[] {
  if (!Array.isArray(content)) return [{ role, content: textOrNull(content) }];
  const results: Message[] = [];
  const calls: unknown[] = [];
  const thoughts: string[] = [];
  const parts: unknown[] = [];
  for (const block of content) {
    const type = isObject(block) ? block["type"] : null;
    if (!isObject(block)) parts.push(block);
    else if (type === "tool_result") results.push(toolResult(block));
    else if (type === "tool_use") calls.push(toolCall(block));
    else if (type === "thinking") thoughts.push(textOf(block["thinking"]) ?? "");
    else if (type !== "redacted_thinking") parts.push(block);
  }
  const said = parts.length > 0 || calls.length > 0 || thoughts.some(Boolean);
  if (!said && results.length > 0) return results;
  const message: Message = { role, content: parts.length === 0 ? null : tidyContent(parts) };
  if (calls.length > 0) message.tool_calls = calls;
  if (thoughts.some(Boolean)) message["reasoning"] = thoughts.filter(Boolean).join("\n");
  return [...results, message];
}

/** The system prompt: text, or blocks of it. */
export function systemMessages(system: unknown): Message[] {
  if (system === undefined || system === null || system === "") return [];
  return anthropicMessages("system", system);
}

function toolCall(block: Members) {
  const given = block["input"] ?? {};
  const text = typeof given === "string" ? given : JSON.stringify(given);
  return {
    ...(textOf(block["id"]) === null ? {} : { id: block["id"] }),
    type: "function",
    function: { name: block["name"], arguments: text },
  };
}

function toolResult(block: Members): Message {
  const { content } = block;
  const id = textOf(block["tool_use_id"]);
  return {
    role: "tool",
    content: Array.isArray(content) ? tidyContent(content) : textOrNull(content),
    ...(id === null ? {} : { tool_call_id: id }),
    ...(block["is_error"] === true ? { is_error: true } : {}),
  };
}

function textOrNull(content: unknown): string | null {
  if (content === undefined || content === null) return null;
  return typeof content === "string" ? content : JSON.stringify(content);
}
