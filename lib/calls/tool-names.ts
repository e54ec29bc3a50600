import type { Message } from "@/lib/calls/call";

/** The names of the tools that a conversation called, by the id of the call that an answer quotes. */
export function toolNames(messages: readonly Message[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const message of messages) {
    for (const raw of message.tool_calls ?? []) {
      const call = asObject(raw);
      const { id } = call;
      const name = asObject(call["function"])["name"] ?? call["name"];
      if (typeof id === "string" && typeof name === "string") names.set(id, name);
    }
  }
  return names;
}

const asObject = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
