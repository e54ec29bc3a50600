import type { Message } from "@/lib/calls/call";
import { offeredTools } from "@/lib/calls/offered-tools";
import type { ShownConversation } from "@/lib/calls/shown-conversation";
import {
  foldedMessage,
  openMessage,
  SHOWN_TEXT,
  type ShownMessage,
} from "@/lib/calls/shown-message";

/** A message as far as it was read. */
export type ReadMessage = { message: Message; bytes: number; cut: boolean };

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
  const asked = request.findIndex(({ message }) => !INSTRUCTING.has(message.role));
  const instructing = Math.min(asked === -1 ? request.length : asked, MOST_INSTRUCTIONS);
  const last = request.length - 1;
  const lastInput = last >= instructing ? request[last] : undefined;
  const earlier = request.slice(instructing, Math.max(last, instructing));
  return {
    instructions: request.slice(0, instructing).map(open),
    lastInput: lastInput ? open(lastInput, last) : null,
    earlier: earlier.map((read, index) =>
      foldedMessage(read.message, instructing + index, read.bytes),
    ),
    seenBefore:
      shared === null ? null : Math.min(Math.max(shared - instructing, 0), earlier.length),
    response: response && open(response, "response"),
    tools: settings && offeredTools(settings),
    settings: settings && otherSettings(settings),
  };
}

const open = ({ message, bytes, cut }: ReadMessage, place: ShownMessage["place"]): ShownMessage =>
  openMessage(message, place, bytes, cut);

function otherSettings(settings: Readonly<Record<string, unknown>>) {
  const { tools, ...others } = settings;
  // tools of an unknown shape are shown as they are
  const rest = Array.isArray(tools) || tools === undefined ? others : settings;
  if (Object.keys(rest).length === 0) return null;
  const text = JSON.stringify(rest, null, 2);
  return { text: text.slice(0, SHOWN_TEXT), cut: text.length > SHOWN_TEXT };
}
