import type { Message } from "@/lib/calls/call";

/** A tool call as the model wrote it; null where the source is silent. */
export type ToolCall = { name: string | null; arguments: unknown };

/**
 * The tool calls of a message, from `tool_calls` (OpenAI: `function.name`; also flat `name`) and
 * from parts of type `tool_use` or `tool_call` (Anthropic, OpenTelemetry). Arguments that are JSON
 * text are parsed; text that is no JSON stays text.
 */
export function toolCallsOf(message: Message): ToolCall[] {
  const parts = Array.isArray(message.content) ? message.content.filter(isToolPart) : [];
  return [...(message.tool_calls ?? []), ...parts].map(readToolCall);
}

function isToolPart(part: unknown): boolean {
  const type = asObject(part)["type"];
  return type === "tool_use" || type === "tool_call" || type === "function_call";
}

function readToolCall(raw: unknown): ToolCall {
  const call = asObject(raw);
  const inner = call["function"] === undefined ? call : asObject(call["function"]);
  const name = inner["name"];
  const given = inner["arguments"] ?? inner["input"] ?? inner["args"] ?? null;
  return { name: typeof name === "string" && name !== "" ? name : null, arguments: parsed(given) };
}

function parsed(given: unknown): unknown {
  if (typeof given !== "string") return given;
  try {
    return JSON.parse(given);
  } catch {
    return given;
  }
}

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
