import { toolNames } from "@/lib/calls/tool-names";
import { offeredTools } from "@/lib/calls/offered-tools";
import type { ShownConversation } from "@/lib/calls/shown-conversation";
import {
  foldedMessage,
  openMessage,
  type ReadMessage,
  SHOWN_TEXT,
} from "@/lib/calls/shown-message";

/** Who may write what the model is asked to do. */
const INSTRUCTING = new Set(["system", "developer"]);

/** At most so many leading instructions stand open. */
const MOST_INSTRUCTIONS = 2;

/**
 * Puts a call's messages in the order in which a person decides: what was asked, what came last,
 * what was answered; the rest is folded and brings its first line only.
 *
 * @param shared how many messages the call before in the trace had seen; null when there is none
 */
export function arrangeConversation(
  request: readonly ReadMessage[],
  response: ReadMessage | null,
  settings: Readonly<Record<string, unknown>> | null,
  shared: number | null,
): ShownConversation {
  const tools = toolNames(request.map(({ message }) => message));
  const toolOf = ({ message }: ReadMessage) => tools.get(message.tool_call_id ?? "") ?? null;
  const asked = request.findIndex(({ message }) => !INSTRUCTING.has(message.role));
  const instructing = Math.min(asked === -1 ? request.length : asked, MOST_INSTRUCTIONS);
  const last = request.length - 1;
  const lastInput = last >= instructing ? request[last] : undefined;
  const earlier = request.slice(instructing, Math.max(last, instructing));
  return {
    instructions: request.slice(0, instructing).map((read, at) => openMessage(read, at, null)),
    lastInput: lastInput ? openMessage(lastInput, last, toolOf(lastInput)) : null,
    earlier: earlier.map((read, at) => foldedMessage(read, instructing + at, toolOf(read))),
    seenBefore:
      shared === null ? null : Math.min(Math.max(shared - instructing, 0), earlier.length),
    response: response && openMessage(response, "response", null),
    tools: settings && offeredTools(settings),
    settings: settings && otherSettings(settings),
  };
}

function otherSettings(settings: Readonly<Record<string, unknown>>) {
  const { tools, ...others } = settings;
  // tools of an unknown shape are shown as they are
  const rest = Array.isArray(tools) || tools === undefined ? others : settings;
  if (Object.keys(rest).length === 0) return null;
  const text = JSON.stringify(rest, null, 2);
  return { text: text.slice(0, SHOWN_TEXT), cut: text.length > SHOWN_TEXT };
}
