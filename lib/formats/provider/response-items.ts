import type { Message } from "@/lib/calls/call";
import { isObject } from "@/lib/formats/is-object";
import { tidyContent } from "@/lib/formats/provider/content-parts";
import { type Members, textOf } from "@/lib/formats/provider/members";

/**
 * Items of the Responses API in the canonical shape. What the model wrote in one go (reasoning,
 * text, calls of tools) is one message, whether it stands in the answer or is quoted in the next
 * request. Ids and states of items and encrypted reasoning are left out.
 */
export function itemMessages(items: readonly unknown[]): Message[] {
  const messages: Message[] = [];
  let turn: Turn | null = null;
  for (const item of items) {
    const members: Members = isObject(item) ? item : { role: "user", content: item };
    if (isModels(members)) {
      turn ??= new Turn();
      turn.add(members);
      continue;
    }
    if (turn) messages.push(turn.message());
    turn = null;
    messages.push(given(members));
  }
  if (turn) messages.push(turn.message());
  return messages;
}

/** Whether the model wrote an item: all but messages of others and results of tools. */
function isModels(item: Members): boolean {
  const type = textOf(item["type"]) ?? "message";
  if (type === "message") return item["role"] === "assistant";
  return !type.endsWith("_output") && type !== "item_reference" && !type.endsWith("_response");
}

function given(item: Members): Message {
  const content = contentOf(item["content"] ?? item["output"]);
  const id = textOf(item["call_id"]);
  const type = textOf(item["type"]) ?? "message";
  if (type === "message") return { role: textOf(item["role"]) ?? "user", content };
  if (type.endsWith("_output"))
    return { role: "tool", content, ...(id === null ? {} : { tool_call_id: id }) };
  return { role: "user", content: [item] };
}

/** One turn of the model, put together from its items. */
class Turn {
  private readonly parts: unknown[] = [];
  private readonly calls: unknown[] = [];
  private readonly thoughts: string[] = [];

  add(item: Members): void {
    const type = textOf(item["type"]) ?? "message";
    if (type === "message") this.parts.push(...partsOf(item["content"]));
    else if (type === "reasoning")
      this.thoughts.push(...texts(item["summary"]), ...texts(item["content"]));
    else if (type === "function_call" || type === "custom_tool_call") this.calls.push(callOf(item));
    else this.parts.push(item);
  }

  message(): Message {
    const content = this.parts.length === 0 ? null : tidyContent(this.parts);
    const message: Message = { role: "assistant", content };
    if (this.calls.length > 0) message.tool_calls = this.calls;
    if (this.thoughts.length > 0) message["reasoning"] = this.thoughts.join("\n");
    return message;
  }
}

function callOf(item: Members) {
  const raw = item["arguments"] ?? item["input"] ?? "";
  const id = textOf(item["call_id"]) ?? textOf(item["id"]);
  return {
    ...(id === null ? {} : { id }),
    type: "function",
    function: {
      name: item["name"],
      arguments: typeof raw === "string" ? raw : JSON.stringify(raw),
    },
  };
}

function contentOf(content: unknown): Message["content"] {
  if (content === undefined || content === null || typeof content === "string")
    return content ?? null;
  return Array.isArray(content) ? tidyContent(content) : JSON.stringify(content);
}

function partsOf(content: unknown): unknown[] {
  if (typeof content === "string") return [{ type: "text", text: content }];
  return Array.isArray(content) ? (content as unknown[]) : [];
}

function texts(list: unknown): string[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((part) => textOf(isObject(part) ? part["text"] : part) ?? []);
}
