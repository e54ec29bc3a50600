import { canonicalMessage } from "@/lib/calls/canonical-message";
import type { CallFacts, SpanRecord, ToolRun } from "@/lib/spans/span";

/**
 * A record in the one form in which it is folded and stored: messages canonical, empty lists and
 * objects null, so that what was stored and read back equals what comes in again.
 */
export function normalSpan(span: SpanRecord): SpanRecord {
  const { call, tool, pieces, outcomes, stamps, ...rest } = span;
  return {
    ...rest,
    call: call && normalFacts(call),
    tool: tool && (withoutEmpty(tool) as ToolRun),
    pieces: pieces.map((piece) => ({ ...piece, message: canonicalMessage(piece.message) })),
    outcomes,
    stamps,
  };
}

function normalFacts(facts: CallFacts): CallFacts {
  const { messages, response, ...rest } = facts;
  return {
    ...(withoutEmpty(rest) as Omit<CallFacts, "messages" | "response">),
    messages: messages === null || messages.length === 0 ? null : messages.map(canonicalMessage),
    response: response && canonicalMessage(response),
  };
}

function withoutEmpty(part: object): object {
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [key, isEmpty(value) ? null : value]),
  );
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  (typeof value === "object" && value !== null && Object.keys(value).length === 0);
