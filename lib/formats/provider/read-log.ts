import type { z } from "zod";
import type { CallRecord, Message } from "@/lib/calls/call";
import type { Reading } from "@/lib/formats/format";
import { isObject } from "@/lib/formats/is-object";
import { type Answer, answerOf } from "@/lib/formats/provider/answer";
import { type Api, apiOfLog } from "@/lib/formats/provider/api-of";
import { errorText } from "@/lib/formats/provider/error-text";
import { distinctId, type LogFields, logFields } from "@/lib/formats/provider/log-fields";
import { modalityOf } from "@/lib/formats/provider/modality";
import { membersOf } from "@/lib/formats/provider/members";
import { momentOf } from "@/lib/formats/provider/moment";
import { isStream, type OpenLog, openLog, STREAMED } from "@/lib/formats/provider/open-log";
import { requestOf } from "@/lib/formats/provider/request";
import { repeatedSettings, requestSettings } from "@/lib/formats/provider/request-settings";
import { usageTokens } from "@/lib/formats/provider/usage";
import { nameOf, reasonOf } from "@/lib/formats/reasons";

/** What a format knows better than the common names of a log. */
export type Known = Partial<LogFields>;

type Refused = Extract<Reading, { reason: string }>;
type Request = { model?: string | null | undefined; messages: Message[] | null };

/**
 * Reads a logged request with its answer, in the shape of the API that it shows: a gateway's log
 * holds calls of several, and each is read as what it is.
 */
export function readLog(record: unknown): Reading {
  if (!isObject(record)) return { kind: "other", reason: `not an object but ${nameOf(record)}` };
  const log = openLog(record);
  if (log === null) return { kind: "other", reason: "no request or answer of an LLM call" };
  return readOpenLog(log, {});
}

export function readOpenLog(log: OpenLog, known: Known): Reading {
  const { outer, response } = log;
  const api = apiOfLog(log);
  if (isBatchRequest(log)) return { kind: "other", reason: BATCH_REQUEST };
  if (isStream(response)) return { kind: "unparseable", reason: STREAMED };
  const request = readRequest(log, api);
  if ("kind" in request) return request;
  const answer = readAnswer(log, api);
  if ("kind" in answer) return answer;
  if (request.messages === null && answer.message === null && log.request === null && !answer.usage)
    if (!failed(log))
      return { kind: "other", reason: "no LLM call: neither messages nor an answer" };
  const labels = [membersOf(log.request)["metadata"], membersOf(response)["metadata"]];
  const { notes, ...fields } = { ...logFields(outer, labels), ...known };
  const used = usageTokens(answer.usage, api);
  const call: CallRecord = {
    ...fields,
    spanId: fields.spanId ?? distinctId(answer.id),
    startedAt: fields.startedAt ?? momentOf(answer.created)?.at ?? null,
    requestModel: request.model ?? null,
    model: answer.model ?? null,
    modality: modalityOf(request.messages, answer.message),
    messages: request.messages,
    response: answer.message,
    settings: settingsOf(log, api),
    ...used.tokens,
    error: failed(log),
  };
  return { kind: "call", call, notes: [...(notes ?? []), ...answer.notes, ...used.notes] };
}

const BATCH_REQUEST =
  "a request of a batch without its answer: send the batch's output file, or both in one record";

const isBatchRequest = ({ outer, response }: OpenLog): boolean =>
  "custom_id" in outer && ("body" in outer || "params" in outer) && response === null;

function readRequest(log: OpenLog, api: Api): Request | Refused {
  if (log.request === null) return { model: null, messages: null };
  const parsed = requestOf[api].safeParse(log.request);
  if (!parsed.success) return refuse("request", parsed.error);
  if (log.request !== log.response) return parsed.data;
  // an answer that carries its messages names one model: the one that answered
  return { ...parsed.data, model: null };
}

const NO_ANSWER = { message: null, notes: [], usage: null, id: null, model: null, created: null };

function readAnswer(log: OpenLog, api: Api): Answer | Refused {
  const { response } = log;
  if (typeof response === "string" && response !== "" && (log.status ?? 200) < 400)
    return { ...NO_ANSWER, message: { role: "assistant", content: response } };
  if (!isObject(response)) return { ...NO_ANSWER };
  const isMessage = !("choices" in response) && ("content" in response || "tool_calls" in response);
  const body = api === "chat" && isMessage ? { choices: [{ message: response }] } : response;
  const parsed = answerOf[api].safeParse(body);
  return parsed.success ? parsed.data : refuse("response", parsed.error);
}

function failed({ outer, response, status }: OpenLog): string | null {
  return errorText(response, outer === response ? null : outer["error"], status);
}

function settingsOf({ outer, request, response }: OpenLog, api: Api): CallRecord["settings"] {
  if (request !== null && request !== outer) return requestSettings(request);
  if (api === "responses" && isObject(response)) return repeatedSettings(response);
  return request === null ? null : besideSettings(request);
}

function besideSettings(request: OpenLog["request"]): CallRecord["settings"] {
  const kept = Object.entries(request ?? {}).filter(([key]) => PARAMETERS.has(key));
  return requestSettings(Object.fromEntries(kept));
}

/** The parameters that are taken from a record that holds more than a request. */
const PARAMETERS = new Set(
  `tools tool_choice parallel_tool_calls functions function_call response_format
  temperature top_p top_k max_tokens max_completion_tokens max_output_tokens n seed text
  reasoning_effort reasoning thinking stop stop_sequences
  presence_penalty frequency_penalty logit_bias`.split(/\s+/u),
);

function refuse(place: string, error: z.ZodError): Refused {
  return { kind: "unparseable", reason: `${place}.${reasonOf(error)}` };
}
