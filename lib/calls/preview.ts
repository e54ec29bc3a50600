import type { CallRecord, Message } from "@/lib/calls/call";
import { canonicalJson } from "@/lib/calls/canonical";
import { messageText } from "@/lib/calls/message-text";
import { toolCallsOf } from "@/lib/calls/tool-calls";

const LENGTH = 200;
/** Enough source text to fill the preview even if much of it is white space. */
const SOURCE = 2_000;
/** White space but for single spaces, which stay as they are. */
const WIDE_SPACE = /\s\s+|[^\S ]/gu;

/**
 * One line of at most 200 characters that says what a call did: its answer's text, else its tool
 * calls as `name {arguments}`, else the error, else the last message of the request; null when
 * there is nothing.
 */
export function previewOf(
  call: Pick<CallRecord, "messages" | "response" | "error">,
): string | null {
  const last = call.messages?.at(-1);
  return (
    (call.response && ofMessage(call.response)) ??
    oneLine(call.error ?? "") ??
    (last ? ofMessage(last) : null)
  );
}

function ofMessage(message: Message): string | null {
  const text = oneLine(messageText(message));
  if (text !== null) return text;
  const calls = toolCallsOf(message).map(({ name, arguments: given }) => {
    const shown = typeof given === "string" ? given : canonicalJson(given);
    return `${name ?? "tool"} ${shown}`;
  });
  return oneLine(calls.join("; "));
}

function oneLine(text: string): string | null {
  const line = text.slice(0, SOURCE).replace(WIDE_SPACE, " ").trim();
  if (line === "") return null;
  if (line.length <= LENGTH) return line;
  // a character takes two units at most: these hold one more than is shown, if there is one more
  const characters = Array.from(line.slice(0, 2 * LENGTH + 2));
  if (characters.length <= LENGTH) return line;
  return `${characters.slice(0, LENGTH - 1).join("")}…`;
}
