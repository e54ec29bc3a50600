import type { Attributes } from "@/lib/otlp/otlp";
import { readCommonTags } from "@/lib/spans/common-tags";
import { unwrapJson } from "@/lib/spans/json-text";
import { nanosOf } from "@/lib/spans/nanos";
import { outcomeOf } from "@/lib/spans/outcome";
import {
  asAmount,
  asCount,
  asName,
  asObject,
  asText,
  dig,
  firstOf,
} from "@/lib/spans/plain-values";
import { normalProvider } from "@/lib/spans/provider";
import { readAnswer } from "@/lib/spans/read-answer";
import { readRequest } from "@/lib/spans/read-request";
import { joinSettings, settingsIn } from "@/lib/spans/request-settings";
import {
  emptyFacts,
  type CallFacts,
  type OutcomeFact,
  type SpanRecord,
  type SpanRole,
} from "@/lib/spans/span";
import { recordOf } from "@/lib/spans/span-reading";
import { inclusiveTokens, isAnthropicUsage, readUsage, saysTokens } from "@/lib/spans/tokens";

type Row = Record<string, unknown>;

const ROLES: Readonly<Record<string, SpanRole>> = {
  llm: "llm",
  chain: "chain",
  tool: "tool",
  retriever: "retrieval",
  embedding: "embedding",
  prompt: "other",
  parser: "other",
};

const ELSEWHERE = "messages were uploaded elsewhere (inputs_s3_urls): export them with the runs";
const HIDDEN = "unset LANGSMITH_HIDE_INPUTS and LANGSMITH_HIDE_OUTPUTS";

/** One run of LangSmith, whole or in part (a post without its patch, or the other way round). */
export function readRun(run: Row): SpanRecord {
  const type = asText(run["run_type"])?.toLowerCase();
  const role = type === undefined ? null : (ROLES[type] ?? "other");
  const metadata = asObject(dig(unwrapJson(run["extra"] ?? null), "metadata"));
  const order = orderOf(run);
  const id = asText(run["id"]) ?? "";
  const tags = readCommonTags(tagsOf(run, metadata));
  // A patch may leave its run's type to the post: then it may be a call's.
  const isCall = role === null || role === "llm" || role === "embedding";
  const answer = isCall ? readAnswer(unwrapJson(run["outputs"] ?? null)) : null;
  const stored = run["inputs_s3_urls"] ?? run["outputs_s3_urls"];
  return {
    ...recordOf(asText(run["trace_id"]) ?? order[0] ?? null, id, tags),
    parentSpanId: asText(run["parent_run_id"]) ?? order.at(-2) ?? null,
    name: asText(run["name"]),
    role,
    startNs: nanosOf(run["start_time"]),
    endNs: nanosOf(run["end_time"]),
    error: errorOf(run),
    service: asName(run["session_name"]),
    responseId: answer?.responseId ?? null,
    call: isCall ? { ...emptyFacts(), ...callOf(run, metadata) } : null,
    tool: role === "tool" ? toolOf(run) : null,
    outcomes: [...(tags.outcomes ?? []), ...statsOf(run)],
    contentHint: role === "llm" ? (isFilled(stored) ? ELSEWHERE : HIDDEN) : null,
  };
}

const isFilled = (value: unknown): boolean => Object.keys(asObject(value)).length > 0;

/** `20261121T…Z<id>.20261121T…Z<id>`: the ids from the root down to the run itself. */
function orderOf(run: Row): string[] {
  const order = asText(run["dotted_order"]) ?? "";
  return order === "" ? [] : order.split(".").map((step) => step.replace(/^[^Z]*Z/u, ""));
}

/** The run's metadata, and tags of the form `key:value`. */
function tagsOf(run: Row, metadata: Row): Attributes {
  const listed = Array.isArray(run["tags"]) ? run["tags"] : [];
  const pairs = listed.flatMap((tag) => {
    const match = typeof tag === "string" ? /^([\w.]+):(.+)$/u.exec(tag) : null;
    return match === null ? [] : [[match[1], match[2]] as const];
  });
  const named = Object.entries(metadata).map(([key, value]) => [`metadata.${key}`, value] as const);
  return Object.fromEntries([...pairs, ...named]) as Attributes;
}

/** The failure without the stack trace that follows it. */
function errorOf(run: Row): string | null {
  const text = asText(run["error"])?.replace(/\s*\n\s*(?:at |Traceback)[\s\S]*$/u, "") ?? null;
  return text ?? (run["status"] === "error" ? "error" : null);
}

function callOf(run: Row, metadata: Row): Partial<CallFacts> {
  const outputs = unwrapJson(run["outputs"] ?? null);
  const request = readRequest(run["inputs"] ?? null);
  const answer = readAnswer(outputs);
  const message = messageOf(outputs);
  const invocation = dig(unwrapJson(run["extra"] ?? null), "invocation_params");
  const usage = firstOf(
    dig(outputs, "usage_metadata"),
    metadata["usage_metadata"],
    dig(message, "usage_metadata"),
    answer.usage,
  );
  const stated = saysTokens(readUsage(usage)) ? readUsage(usage) : readUsage(run);
  const apart = { input: isAnthropicUsage(usage), output: false };
  const cost = asAmount(run["total_cost"]);
  return {
    provider: normalProvider(asText(metadata["ls_provider"])),
    requestModel: asText(
      firstOf(
        dig(invocation, "model"),
        dig(invocation, "model_name"),
        request.requestModel,
        metadata["ls_model_name"],
      ),
    ),
    model: asText(
      firstOf(
        answer.model,
        dig(message, "response_metadata", "model_name"),
        dig(message, "response_metadata", "model"),
      ),
    ),
    messages: request.messages,
    response: answer.response,
    settings: joinSettings(
      request.settings,
      settingsIn(invocation),
      settingsIn(metadata["ls_invocation_params"]),
      settingsIn({
        temperature: metadata["ls_temperature"],
        max_tokens: metadata["ls_max_tokens"],
      }),
    ),
    ...(saysTokens(stated) ? inclusiveTokens(stated, apart) : {}),
    statedCostUsd: cost === 0 ? null : cost,
  };
}

/** The message in LangChain's generations, which carries usage and model. */
function messageOf(outputs: unknown): unknown {
  const first = dig(outputs, "generations", 0);
  const message = dig(Array.isArray(first) ? first[0] : first, "message");
  return dig(message, "kwargs") ?? dig(message, "data") ?? message;
}

function toolOf(run: Row) {
  const outputs = unwrapJson(run["outputs"] ?? null);
  const only = Object.keys(asObject(outputs)).length === 1;
  return {
    name: asText(run["name"]),
    callId: asText(dig(run["inputs"], "tool_call_id")),
    arguments: unwrapJson(run["inputs"] ?? null),
    result:
      (only ? firstOf(dig(outputs, "outputs"), dig(outputs, "output")) : undefined) ?? outputs,
  };
}

/** Exports keep feedback as `{key: {n, avg}}`. */
function statsOf(run: Row): OutcomeFact[] {
  return Object.entries(asObject(unwrapJson(run["feedback_stats"] ?? null))).flatMap(
    ([key, stats]) => {
      const mean = firstOf(dig(stats, "avg"), dig(stats, "mean"));
      const many = asCount(dig(stats, "n")) ?? 0;
      return many === 0 || mean === undefined ? [] : [outcomeOf(key, mean, "span")];
    },
  );
}
