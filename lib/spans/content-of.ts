import type { Message } from "@/lib/calls/call";
import { canonicalJson } from "@/lib/calls/canonical";
import type { MessagePiece, SpanRecord } from "@/lib/spans/span";
import { joinAnswer } from "./read-conversation";
import { timeKey } from "./trace-tree";

export type Content = { messages: Message[] | null; response: Message | null };

/** The conversation that a span states: whole, or put together from its pieces. */
export function contentOf({ call, pieces }: SpanRecord): Content {
  const messages = call?.messages ?? null;
  const response = call?.response ?? null;
  if (pieces.length === 0) return { messages, response };
  const ordered = pieces.toSorted(inOrder);
  const said = (side: MessagePiece["side"]) =>
    ordered.filter((piece) => piece.side === side).map((piece) => piece.message);
  const input = said("input");
  return {
    messages: messages ?? (input.length === 0 ? null : input),
    response: response ?? joinAnswer(said("output")),
  };
}

/** By time; at one time the system's words first, then as they came. */
function inOrder(a: MessagePiece, b: MessagePiece): number {
  const [one, two] = [keyOf(a), keyOf(b)];
  if (one !== two) return one < two ? -1 : 1;
  return a.seq - b.seq || (canonicalJson(a.message) < canonicalJson(b.message) ? -1 : 1);
}

const keyOf = ({ at, message: { role } }: MessagePiece): string =>
  `${timeKey(at)}${role === "system" || role === "developer" ? 0 : 1}`;
