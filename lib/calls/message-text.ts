import type { Message } from "@/lib/calls/call";

/** The text of a message: its content, or the text of its parts one below the other. */
export function messageText(message: Message): string {
  const { content } = message;
  if (content === null) return "";
  if (typeof content === "string") return content;
  return content.map(partText).filter(Boolean).join("\n");
}

function partText(part: unknown): string {
  if (typeof part === "string") return part;
  if (typeof part !== "object" || part === null) return "";
  const { text, content } = part as { text?: unknown; content?: unknown };
  if (typeof text === "string") return text;
  return typeof content === "string" ? content : "";
}
