import type { Message } from "@/lib/calls/call";
import type { Attributes, OtlpLogRecord, OtlpSpan, Plain } from "@/lib/otlp/otlp";
import type { CallFacts, MessagePiece, OutcomeFact } from "@/lib/spans/span";
import { listIn, objectIn } from "@/lib/spans/json-text";
import { outcomeOf } from "@/lib/spans/outcome";
import { asObject, asText, firstOf } from "@/lib/spans/plain-values";
import { readAnswer } from "@/lib/spans/read-answer";
import { joinAnswer, readMessages, readSystem, withSystem } from "@/lib/spans/read-conversation";
import { readMessage } from "@/lib/spans/read-message";
import { readRequest } from "@/lib/spans/read-request";
import { settingsIn, toolsIn } from "@/lib/spans/request-settings";

const ROLES: Readonly<Record<string, string>> = {
  "gen_ai.system.message": "system",
  "gen_ai.user.message": "user",
  "gen_ai.assistant.message": "assistant",
  "gen_ai.tool.message": "tool",
};

/** An event, whether it came as a log record, on a span, or in a list of events. */
export type ContentEvent = { name: string; at: string | null; body: Plain; attributes: Attributes };

/** What an event says: one message, whole sides of the conversation, or an outcome. */
export type EventReading = {
  pieces: MessagePiece[];
  call: Partial<CallFacts> | null;
  outcomes: OutcomeFact[];
};

/**
 * Reads one event of OpenTelemetry's conventions: `gen_ai.*.message` and `gen_ai.choice` (to
 * 1.36), `gen_ai.client.inference.operation.details` (from 1.37), `gen_ai.content.*` (older), and
 * `gen_ai.evaluation.result`. Null for any other event. `seq` orders events of one time.
 */
export function readEvent(event: ContentEvent, seq: number): EventReading | null {
  const { name, body, attributes: a } = event;
  const nothing: EventReading = { pieces: [], call: null, outcomes: [] };
  const at = event.at ?? "";
  const pieces = (side: MessagePiece["side"], messages: readonly Message[]) =>
    messages.map((message): MessagePiece => ({ at, seq, side, message }));
  const role = ROLES[name];
  const said = { ...asObject(a), ...bodyOf(body) };
  if (role !== undefined)
    return {
      ...nothing,
      pieces: pieces("input", readMessage(openBody({ ...said, role: said["role"] ?? role }, role))),
    };
  if (name === "gen_ai.choice") {
    if (Number(said["index"] ?? 0) !== 0) return nothing;
    return { ...nothing, pieces: pieces("output", choiceOf(said)) };
  }
  if (name === "gen_ai.evaluation.result")
    return { ...nothing, outcomes: [evaluationOf({ ...asObject(body), ...a })] };
  if (name === "gen_ai.client.inference.operation.details")
    return { ...nothing, call: detailsOf(said) };
  if (name === "gen_ai.content.prompt")
    return { ...nothing, call: { messages: readRequest(said["gen_ai.prompt"]).messages } };
  if (name === "gen_ai.content.completion")
    return { ...nothing, call: { response: readAnswer(said["gen_ai.completion"]).response } };
  return null;
}

/** A body is an object, its JSON text, or the bare content. */
function bodyOf(body: Plain): Record<string, unknown> {
  const held = objectIn(body);
  if (held !== null) return held;
  return typeof body === "string" && body !== "" ? { content: body } : {};
}

/** On a span event the message lies in attributes; `id` is the tool call that a tool answers. */
function openBody(said: Record<string, unknown>, role: string): Record<string, unknown> {
  const calls = listIn(said["tool_calls"]);
  const { id, ...rest } = said;
  return {
    ...rest,
    role: said["role"],
    ...(calls === null ? {} : { tool_calls: calls }),
    ...(role === "tool" ? { tool_call_id: said["tool_call_id"] ?? id } : {}),
  };
}

function choiceOf(said: Record<string, unknown>): Message[] {
  const { message } = said;
  const inner =
    typeof message === "string"
      ? (listIn(message) ?? messageIn(message) ?? readAnswer(message).response)
      : message;
  const raw = asObject(inner ?? said);
  const calls = listIn(raw["tool_calls"] ?? said["tool_calls"]);
  const answer = { ...raw, role: "assistant", ...(calls === null ? {} : { tool_calls: calls }) };
  const own = joinAnswer(readMessage(answer));
  return own === null ? [] : [own];
}

/** The message in a JSON text; null for a text that is the answer itself. */
function messageIn(text: string): Record<string, unknown> | null {
  const held = objectIn(text);
  return held !== null && ("content" in held || "tool_calls" in held) ? held : null;
}

function evaluationOf(a: Record<string, unknown>): OutcomeFact {
  const responseId = asText(a["gen_ai.response.id"]);
  return outcomeOf(
    asText(a["gen_ai.evaluation.name"]) ?? "evaluation",
    a["gen_ai.evaluation.score.value"],
    responseId === null ? "span" : "call",
    { label: a["gen_ai.evaluation.score.label"], responseId },
  );
}

function detailsOf(said: Record<string, unknown>): Partial<CallFacts> {
  const system = said["gen_ai.system_instructions"];
  const output = readMessages(said["gen_ai.output.messages"]);
  const first = readSystem(firstOf(system) ?? "");
  return {
    messages: withSystem(first, readMessages(said["gen_ai.input.messages"])),
    response: output === null ? null : joinAnswer(output),
    settings: settingsIn({ tools: toolsIn(said["gen_ai.tool.definitions"]) }),
  };
}

/** The events of a span: its own, and those that older Pydantic AI keeps as JSON in `events`. */
export function eventsOfSpan(span: OtlpSpan): ContentEvent[] {
  const own = span.events.map(({ name, timeUnixNano, attributes }) => ({
    name,
    at: timeUnixNano,
    body: null,
    attributes,
  }));
  const listed = listIn(span.attributes["events"]) ?? [];
  return [
    ...own,
    ...listed.map((one) => {
      const attributes = asObject(one) as Attributes;
      return { name: asText(attributes["event.name"]) ?? "", at: null, body: null, attributes };
    }),
  ];
}

export const eventOfLog = (record: OtlpLogRecord): ContentEvent => ({
  name: record.eventName ?? "",
  at: record.timeUnixNano ?? record.observedUnixNano,
  body: record.body,
  attributes: record.attributes,
});
