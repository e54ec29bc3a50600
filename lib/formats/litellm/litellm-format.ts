import { z } from "zod";
import type { CallRecord } from "@/lib/calls/call";
import { amount, count, sourceId } from "@/lib/formats/fields";
import type { Format, Reading } from "@/lib/formats/format";
import { isObject } from "@/lib/formats/is-object";
import { readTags } from "@/lib/formats/litellm/read-tags";
import { readBodies } from "@/lib/formats/litellm/read-bodies";
import { type Members, membersOf, textOf } from "@/lib/formats/provider/members";
import { modalityOf } from "@/lib/formats/provider/modality";
import { momentOf } from "@/lib/formats/provider/moment";
import { errorText } from "@/lib/formats/provider/error-text";
import { someSettings } from "@/lib/formats/provider/request-settings";
import { inclusiveTokens } from "@/lib/formats/inclusive-tokens";
import { nameOf, reasonOf } from "@/lib/formats/reasons";
import { normalProvider } from "@/lib/spans/provider";

const Payload = z.looseObject({
  id: sourceId,
  trace_id: sourceId,
  call_type: z.string(),
  prompt_tokens: count,
  completion_tokens: count,
  response_cost: amount,
  request_id: sourceId,
  spend: amount,
});
type Payload = z.infer<typeof Payload>;

/** Kinds of request that no language model answers in words. */
const NO_CALL =
  /embedding|image|speech|transcription|moderation|rerank|ocr|vector|file|batch|search/u;

/**
 * LiteLLM's StandardLoggingPayload, one per request, as its loggers write it to files and buckets,
 * and the rows of its spend log, which name some things otherwise.
 * Its cost is the stated cost; a call served from LiteLLM's own cache cost nothing. The deployment's
 * model is the requested one; `model_group`, the alias that callers use, is not kept.
 */
export const litellmFormat: Format = {
  id: "litellm",
  name: "LiteLLM StandardLoggingPayload (call_type, model, messages, response)",
  detect: (record) =>
    isObject(record) &&
    typeof record["call_type"] === "string" &&
    "model" in record &&
    "messages" in record,
  read(record): Reading {
    if (!isObject(record)) return { kind: "other", reason: `not an object but ${nameOf(record)}` };
    if (typeof record["call_type"] !== "string")
      return { kind: "other", reason: "no call_type: not a payload of LiteLLM's loggers" };
    const parsed = Payload.safeParse(record);
    if (!parsed.success) return { kind: "unparseable", reason: reasonOf(parsed.error) };
    const payload = parsed.data;
    if (NO_CALL.test(payload.call_type))
      return { kind: "other", reason: `no LLM call: its call_type is ${payload.call_type}` };
    return readPayload(payload);
  },
};

function readPayload(payload: Payload): Reading {
  const bodies = readBodies(payload);
  if ("kind" in bodies) return bodies;
  const failure = failureOf(payload);
  const used = tokensOf(payload, bodies.parts, failure !== null);
  const { startTime, endTime, custom_llm_provider: provider } = payload;
  const started = momentOf(startTime);
  const tags = readTags(payload);
  const call: CallRecord = {
    traceId: payload.trace_id,
    spanId: payload.id ?? payload.request_id,
    parentSpanId: null,
    agent: tags.agent,
    humanFacing: null,
    stepType: tags.step,
    stepSource: tags.step === null ? null : "instrumented",
    provider: normalProvider(textOf(provider)),
    requestModel: requestModel(payload),
    model: bodies.model,
    modality: modalityOf(bodies.messages, bodies.response),
    attempt: null,
    environment: tags.environment,
    messages: bodies.messages,
    response: bodies.response,
    settings: parametersOf(payload),
    ...used.tokens,
    statedCostUsd: costOf(payload),
    latencyMs: millisBetween(startTime, endTime),
    startedAt: started?.at ?? null,
    error: failure,
    correct: null,
    traceOutcome: null,
  };
  return { kind: "call", call, notes: [...used.notes, ...bodies.notes] };
}

/** The model as sent to the provider, without the provider's name before it. */
function requestModel({ model, model_group, custom_llm_provider }: Payload): string | null {
  const name = textOf(model) ?? textOf(model_group);
  const prefix = `${textOf(custom_llm_provider) ?? "\0"}/`;
  return name?.startsWith(prefix) ? name.slice(prefix.length) : name;
}

function failureOf(payload: Payload): string | null {
  const { status, error_str, error_information, response } = payload;
  const information = membersOf(error_information);
  const said = textOf(error_str) ?? textOf(information["error_message"]);
  const code = textOf(information["error_code"]);
  if (said !== null) return code === null || said.includes(code) ? said : `${code} ${said}`;
  if (status !== "failure") return errorText(response, null, null);
  return errorText(null, { code: information["error_class"] ?? "failure" }, Number(code) || null);
}

/** The proxy writes 0 for what it does not know of a failed request. */
function tokensOf(payload: Payload, parts: Members, failed: boolean) {
  const silent = failed && !payload.prompt_tokens && !payload.completion_tokens;
  const known = (name: string) => {
    const value = parts[name];
    return typeof value === "number" ? value : null;
  };
  return inclusiveTokens({
    input: silent ? null : payload.prompt_tokens,
    output: silent ? null : payload.completion_tokens,
    cached: known("cached"),
    written: known("written"),
    reasoning: known("reasoning"),
  });
}

/** Null where the proxy found no price; 0 when its own cache answered. */
function costOf(payload: Payload): number | null {
  if (payload["cache_hit"] === true) return 0;
  return isObject(payload["response_cost_failure_debug_info"])
    ? null
    : (payload.response_cost ?? payload.spend);
}

function parametersOf({ model_parameters }: Payload): CallRecord["settings"] {
  const members = membersOf(model_parameters);
  const keys = Object.keys(members).filter(
    (key) => !/^(?:extra_headers|metadata|user)$/u.test(key),
  );
  return someSettings(members, keys);
}

const isSeconds = (value: number) => value > 0 && value < 1e11;

/** To the microsecond: seconds as floating point hold no more. */
function millisBetween(from: unknown, to: unknown): number | null {
  if (
    typeof from === "number" &&
    typeof to === "number" &&
    isSeconds(from) &&
    isSeconds(to) &&
    to >= from
  )
    return Math.round((to - from) * 1e6) / 1e3;
  const [start, end] = [momentOf(from), momentOf(to)];
  if (start === null || end === null) return null;
  const millis = Date.parse(end.at) - Date.parse(start.at);
  return millis >= 0 ? millis : null;
}
