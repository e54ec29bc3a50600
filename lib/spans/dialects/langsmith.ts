import type { Attributes } from "@/lib/otlp/otlp";
import type { SpanRole } from "@/lib/spans/span";
import type { Dialect, DialectReading } from "@/lib/spans/span-reading";
import { unwrapJson } from "@/lib/spans/json-text";
import { asText, firstOf } from "@/lib/spans/plain-values";
import { normalProvider } from "@/lib/spans/provider";
import { readAnswer } from "@/lib/spans/read-answer";
import { readRequest } from "@/lib/spans/read-request";
import { inclusiveTokens, readUsage, saysTokens } from "@/lib/spans/tokens";

const ROLES: Readonly<Record<string, SpanRole>> = {
  llm: "llm",
  chain: "chain",
  tool: "tool",
  retriever: "retrieval",
  embedding: "embedding",
};

/** LangSmith's SDK exporting OTLP: whole bodies as JSON, kinds and metadata under `langsmith.`. */
export const langsmith: Dialect = {
  id: "langsmith",
  speaks: ({ attributes }) => Object.keys(attributes).some((key) => key.startsWith("langsmith.")),
  read(span): DialectReading {
    const { attributes: a } = span;
    const kind = asText(a["langsmith.span.kind"])?.toLowerCase();
    const role = kind === undefined ? null : (ROLES[kind] ?? "other");
    if (role === "tool") return { role, tool: toolOf(a, span.name) };
    return role === "llm" || role === "embedding"
      ? readCall(a, role)
      : role === null
        ? {}
        : { role };
  },
};

function readCall(a: Attributes, role: SpanRole): DialectReading {
  const request = readRequest(a["gen_ai.prompt"] ?? null);
  const answer = readAnswer(a["gen_ai.completion"] ?? null);
  const stated = readUsage(unwrapJson(a["langsmith.usage_metadata"]) ?? answer.usage);
  return {
    role,
    responseId: answer.responseId,
    call: {
      provider: normalProvider(
        asText(firstOf(a["langsmith.metadata.ls_provider"], a["gen_ai.system"])),
      ),
      requestModel: asText(
        firstOf(
          a["gen_ai.request.model"],
          request.requestModel,
          a["langsmith.metadata.ls_model_name"],
        ),
      ),
      model: asText(firstOf(a["gen_ai.response.model"], answer.model)),
      messages: request.messages,
      response: answer.response,
      settings: request.settings,
      ...(saysTokens(stated) ? inclusiveTokens(stated) : {}),
    },
  };
}

function toolOf(a: Attributes, name: string) {
  return {
    name,
    callId: asText(a["langsmith.metadata.tool_call_id"]),
    arguments: unwrapJson(a["gen_ai.prompt"] ?? null),
    result: unwrapJson(a["gen_ai.completion"] ?? null),
  };
}
