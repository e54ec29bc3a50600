import type { Message } from "@/lib/calls/call";
import { type CallRedactor, redactedMessage, sameList } from "@/lib/curation/redact/redact-call";
import { redactJson } from "@/lib/curation/redact/redact-json";
import { addCounts, type Counts, NO_COUNTS } from "@/lib/curation/redact/rule";
import type { CallFacts, SpanRecord } from "@/lib/spans/span";

/** What people and machines call things: fewer rules, as for calls. */
const NAMES = [
  "name",
  "environment",
  "scope",
  "service",
  "agent",
  "step",
  "sessionId",
  "userId",
  "contentHint",
] as const;
const FACT_NAMES = ["provider", "requestModel", "model", "modality"] as const;
const IDS = ["traceId", "spanId", "parentSpanId", "responseId"] as const;

/**
 * A record of a span with nothing in it that the rules catch, before it is hashed or stored. Times,
 * token counts and costs stay. An id that holds a secret becomes a keyed digest of itself.
 */
export function redactSpan(
  span: SpanRecord,
  by: CallRedactor,
): { span: SpanRecord; counts: Counts } {
  let counts = NO_COUNTS;
  const count = <Part extends { counts: Counts }>(part: Part): Part => {
    counts = addCounts(counts, part.counts);
    return part;
  };
  const json = <Value>(value: Value): Value => count(redactJson(value, by)).value as Value;
  const message = (one: Message) => count(redactedMessage(one, by)).message;
  const name = (text: string | null) => text && count(by.name(text)).text;
  const redacted: SpanRecord = {
    ...span,
    error: json(span.error),
    call: span.call && redactFacts(span.call, { json, name, message }),
    tool: span.tool && json(span.tool),
    // times are digits, and not for the rules to look at
    pieces: span.pieces.map((piece) => ({ ...piece, message: message(piece.message) })),
    outcomes: span.outcomes.map((outcome) => ({
      ...outcome,
      name: name(outcome.name) ?? "",
      raw: json(outcome.raw),
    })),
  };
  for (const key of NAMES) redacted[key] = name(span[key]);
  for (const key of IDS) {
    const id = span[key];
    if (id && count(by.id(id)).text !== id) {
      Object.assign(redacted, { [key]: by.digest("source id", id) });
    }
  }
  return { span: Object.keys(counts).length === 0 ? span : redacted, counts };
}

type Cleaners = {
  json: <Value>(value: Value) => Value;
  name: (text: string | null) => string | null;
  message: (one: Message) => Message;
};

function redactFacts(facts: CallFacts, { json, name, message }: Cleaners): CallFacts {
  const { messages, response, settings } = facts;
  const names = FACT_NAMES.map((key) => [key, name(facts[key])] as const);
  return {
    ...facts,
    ...Object.fromEntries(names),
    messages: messages && sameList(messages, messages.map(message)),
    response: response && message(response),
    settings: json(settings),
  };
}
