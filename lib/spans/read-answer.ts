import type { Message } from "@/lib/calls/call";
import { isObject } from "@/lib/formats/is-object";
import { parseJsonText } from "./json-text";
import { asText, dig, firstOf } from "./plain-values";
import { joinAnswer, readMessages } from "./read-conversation";
import { readMessage } from "./read-message";

/** What a recorded response says. */
export type ReadAnswer = {
  response: Message | null;
  model: string | null;
  responseId: string | null;
  /** The usage object, for `readUsage`. */
  usage: unknown;
  error: string | null;
};

const NOTHING: ReadAnswer = {
  response: null,
  model: null,
  responseId: null,
  usage: null,
  error: null,
};

/**
 * A response body as OpenAI, Anthropic or Gemini give it, or what a tracer keeps of one: the
 * message, a list of messages, LangChain's generations, text. Text that is JSON but no such body is
 * the answer itself and stays text.
 */
export function readAnswer(value: unknown): ReadAnswer {
  if (value === undefined || value === null || value === "") return NOTHING;
  if (typeof value === "string") {
    const body = parseJsonText(value);
    const known = body !== undefined && isBody(body) ? readKnown(body) : null;
    return known ?? { ...NOTHING, response: { role: "assistant", content: value } };
  }
  const known = readKnown(value);
  if (known !== null) return known;
  if (isObject(value) && Object.keys(value).length === 0) return NOTHING;
  return { ...NOTHING, response: { role: "assistant", content: JSON.stringify(value) } };
}

const BODY = ["role", "choices", "generations", "candidates", "kwargs", "parts", "usage", "output"];

/** Whether what a text holds is a response rather than an answer that is JSON. */
function isBody(value: unknown): boolean {
  const first: unknown = Array.isArray(value) ? value.flat()[0] : value;
  return isObject(first) && BODY.some((mark) => mark in first);
}

/** Null when the value has none of the known shapes. */
function readKnown(body: unknown): ReadAnswer | null {
  const messages = readMessages(body);
  if (messages !== null) return { ...NOTHING, response: joinAnswer(lastTurn(messages)) };
  if (!isObject(body)) return null;
  const found = messageIn(body);
  if (found === undefined) return null;
  return {
    response: found,
    model: asText(
      firstOf(
        body["model"],
        body["modelVersion"],
        body["model_version"],
        dig(body, "llm_output", "model_name"),
      ),
    ),
    responseId: asText(firstOf(body["id"], body["responseId"], body["response_id"])),
    usage: firstOf(
      body["usage"],
      body["usage_metadata"],
      body["usageMetadata"],
      dig(body, "llm_output", "token_usage"),
    ),
    error: errorIn(body["error"]),
  };
}

/** What the assistant said last: tracers of agents keep the whole history as output. */
function lastTurn(messages: readonly Message[]): Message[] {
  const asked = messages.findLastIndex(({ role }) => role !== "assistant");
  return messages.slice(asked + 1);
}

/** Undefined: no known shape. Null: a known shape without an answer. */
function messageIn(body: Record<string, unknown>): Message | null | undefined {
  const { choices, output, generations, candidates, message, content } = body;
  if (Array.isArray(choices)) return choiceIn(choices[0]);
  if (Array.isArray(generations)) return generationIn(generations);
  if (Array.isArray(candidates)) return single(dig(candidates, 0, "content"));
  if (Array.isArray(output)) return joinAnswer(readMessages(output) ?? []);
  if (isObject(content)) return single(content);
  if (isObject(message) || isObject(output)) return readAnswer(message ?? output).response;
  if ("content" in body || "tool_calls" in body || "parts" in body || "kwargs" in body)
    return content === undefined && body["role"] === undefined && !("kwargs" in body)
      ? single({ ...body, role: "assistant" })
      : single(body);
  if (Array.isArray(body["messages"])) {
    const messages = readMessages(body["messages"]);
    return messages === null ? undefined : joinAnswer(lastTurn(messages));
  }
  const text = firstOf(
    body["text"],
    body["output_text"],
    body["completion"],
    output,
    body["outputs"],
  );
  if (typeof text === "string" && isWrapper(body)) return { role: "assistant", content: text };
  if (isObject(body["error"])) return null;
  return undefined;
}

/** `{"text": …}` alone may be an answer in JSON: it is a wrapper only of the known kinds. */
const isWrapper = (body: Record<string, unknown>): boolean =>
  Object.keys(body).length === 1 || "usage" in body || "model" in body || "id" in body;

function choiceIn(choice: unknown): Message | null {
  const message = firstOf(dig(choice, "message"), dig(choice, "delta"));
  if (message !== undefined) return single(message);
  const text = dig(choice, "text");
  return typeof text === "string" ? { role: "assistant", content: text } : null;
}

function generationIn(generations: readonly unknown[]): Message | null {
  const [first] = generations;
  const generation: unknown = Array.isArray(first) ? first[0] : first;
  const message = dig(generation, "message");
  if (isObject(message)) return single(message);
  const text = dig(generation, "text");
  return typeof text === "string" ? { role: "assistant", content: text } : null;
}

/** One message as the assistant's, whatever role it was given. */
function single(raw: unknown): Message | null {
  const said = isObject(raw) ? { ...raw, role: raw["role"] ?? roleOf(raw) } : raw;
  return joinAnswer(readMessage(said));
}

const roleOf = (raw: Record<string, unknown>): string | undefined =>
  "kwargs" in raw || "data" in raw ? undefined : "assistant";

/** The text of a failure: text as it is, the message of an object, else its JSON. */
export function errorIn(error: unknown): string | null {
  if (!isObject(error)) return asText(error);
  return asText(firstOf(error["message"], error["error"])) ?? JSON.stringify(error);
}
