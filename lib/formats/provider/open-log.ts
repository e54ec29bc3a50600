import { isObject } from "@/lib/formats/is-object";
import {
  type Members,
  membersOf,
  openJson,
  openObject,
  textOf,
} from "@/lib/formats/provider/members";

/** One record of a log of requests, its wrapper undone. */
export type OpenLog = {
  /** The record itself: ids, times, step and outcome stand here. */
  outer: Members;
  /** The body of the request as sent to the provider; null when the record has none. */
  request: Members | null;
  /** The body of the answer: an object, text, or null. */
  response: unknown;
  /** HTTP status of the answer, if stated. */
  status: number | null;
};

const REQUEST = ["request", "request_body", "requestBody", "body", "req", "input", "params"];
const RESPONSE = ["response", "response_body", "responseBody", "output", "completion", "res"];

/** Marks of spans, observations and runs: such records belong to tracing tools' formats. */
const SPAN_MARKS = [
  "run_type",
  "resourceSpans",
  "resource_spans",
  "span_attributes",
  "span_kind",
  "attributes",
  "op_name",
  "parentObservationId",
  "parent_observation_id",
  "observation_type",
  "span_data",
  "spanId",
];

/**
 * Undoes the wrappers that logs of requests come in: `{request, response}`, `{body, response}`,
 * `{request_body, response_body}`, `{input, output}`, an HTTP exchange whose bodies lie one level
 * deeper, a batch result (`{custom_id, response: {status_code, body}}` or `{custom_id, result}`),
 * an answer with the messages beside it, or an answer alone. Null when there is neither.
 */
export function openLog(record: unknown): OpenLog | null {
  if (!isObject(record) || isSpan(record)) return null;
  if (isObject(record["result"]) && "custom_id" in record) return openResult(record);
  if (looksLikeAnswer(record))
    return { outer: record, request: record, response: record, status: null };
  const requestKey = REQUEST.find((key) => looksLikeRequest(openBody(record[key])));
  const responseKey = RESPONSE.find((key) => key !== requestKey && record[key] !== undefined);
  const isBatch = "custom_id" in record && isObject(record["response"]);
  const answer = responseKey === undefined ? null : openJson(record[responseKey]);
  const request = requestKey === undefined ? beside(record, answer) : openBody(record[requestKey]);
  if (request === null && !isBatch && !isProviderAnswer(answer)) return null;
  const response = responseBody(answer);
  return { outer: record, request, response, status: statusOf(record, answer) };
}

/** Tracing tools write the kind of a record in capitals: GENERATION, SPAN. */
function isSpan(record: Members): boolean {
  const { type } = record;
  return SPAN_MARKS.some((mark) => mark in record) || /^[A-Z]+$/u.test(textOf(type) ?? "");
}

/** A line of Anthropic's batch results. */
function openResult(record: Members): OpenLog {
  const result = membersOf(record["result"]);
  const response = result["message"] ?? { type: "error", error: errorOf(result) };
  return { outer: record, request: null, response, status: null };
}

function errorOf(result: Members): unknown {
  const error = membersOf(result["error"]);
  return error["error"] ?? result["error"] ?? { type: result["type"], message: "no answer" };
}

/**
 * A request's parameters beside its answer. Messages beside a `response` of another shape, and
 * messages that end with an answer of their own, are formats of their own.
 */
function beside(record: Members, answer: unknown): Members | null {
  const messages = openJson(record["messages"]);
  const isAsked = Array.isArray(messages) || "prompt" in record || "input" in record;
  if (isAsked && isProviderAnswer(answer)) return record;
  if (!Array.isArray(messages)) return null;
  if ("response" in record) return null;
  return membersOf(messages.at(-1))["role"] === "assistant" ? null : record;
}

/** An object, or the object under its `body` when it describes an HTTP exchange. */
function openBody(value: unknown): Members | null {
  const opened = openObject(value);
  if (opened === null) return null;
  return openObject(opened["body"]) ?? opened;
}

function responseBody(answer: unknown): unknown {
  if (!isObject(answer) || looksLikeAnswer(answer)) return answer;
  return "body" in answer ? openJson(answer["body"]) : answer;
}

function statusOf(record: Members, answer: unknown): number | null {
  const { status, status_code, statusCode } = membersOf(answer);
  const stated = [record["status"], record["status_code"], record["statusCode"]];
  const all = [...stated, record["http_status"], record["response_status"]];
  const found = [...all, status, status_code, statusCode].map(codeOf);
  return found.find((code) => Number.isInteger(code) && code >= 100 && code < 600) ?? null;
}

function codeOf(value: unknown): number {
  return typeof value === "number" || typeof value === "string" ? Number(value) : Number.NaN;
}

function looksLikeRequest(body: Members | null): boolean {
  if (body === null) return false;
  if (Array.isArray(openJson(body["messages"]))) return true;
  return "model" in body && ("input" in body || "prompt" in body);
}

/** Whether an object is the body of an answer by one of the three providers' shapes. */
function looksLikeAnswer(body: Members | null): boolean {
  if (body === null) return false;
  const { object } = body;
  if (Array.isArray(body["choices"])) return true;
  if (typeof object === "string" && /^(?:chat\.completion|response$|text_completion)/u.test(object))
    return true;
  if (Array.isArray(body["content"]))
    return body["type"] === "message" ? "role" in body : "stop_reason" in body;
  return isStreamEvent(body);
}

/** Whether a value is an answer as a provider's API gives it, whole or in the pieces of a stream. */
export function isProviderAnswer(answer: unknown): boolean {
  return looksLikeAnswer(openBody(answer)) || isStream(answer);
}

const STREAM_EVENT =
  /^(?:message_start|content_block_\w+|message_(?:delta|stop)|response\.\w[\w.]*)$/u;

function isStreamEvent(body: Members): boolean {
  return typeof body["type"] === "string" && STREAM_EVENT.test(body["type"]);
}

/** Whether an answer is the pieces of a stream, as a list, as text, or one piece alone. */
export function isStream(answer: unknown): boolean {
  if (typeof answer === "string") return /^\s*(?:data|event):\s/u.test(answer);
  if (Array.isArray(answer)) return answer.some(isStream);
  const body = membersOf(answer);
  return body["object"] === "chat.completion.chunk" || isStreamEvent(body);
}

export const STREAMED =
  "a streamed answer in pieces: log the whole answer, as the provider's library puts it together";
