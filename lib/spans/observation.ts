import { isObject } from "@/lib/formats/is-object";
import type { CallFacts, SpanRole } from "@/lib/spans/span";
import type { DialectReading } from "@/lib/spans/span-reading";
import { unwrapJson } from "./json-text";
import { asAmount, asName, asObject, asText, dig, firstOf } from "./plain-values";
import { normalProvider } from "./provider";
import { readAnswer } from "./read-answer";
import { readRequest } from "./read-request";
import { joinSettings, settingsIn } from "./request-settings";
import {
  inclusiveTokens,
  isAnthropicUsage,
  readUsage,
  saysTokens,
  type CountsApart,
} from "./tokens";

/** A Langfuse observation, from whichever of its encodings. */
export type Observation = {
  type: string | null;
  name: string | null;
  model: string | null;
  parameters: unknown;
  input: unknown;
  output: unknown;
  usage: unknown;
  cost: unknown;
  metadata: unknown;
  level: string | null;
  statusMessage: string | null;
};

const ROLES: Readonly<Record<string, SpanRole>> = {
  generation: "llm",
  agent: "agent",
  tool: "tool",
  chain: "chain",
  retriever: "retrieval",
  embedding: "embedding",
  evaluator: "other",
  guardrail: "other",
  event: "other",
};

/**
 * Reads an observation of Langfuse. `apart` is what the SDK's token buckets are known for when no
 * total tells. Ingestion through OpenTelemetry keeps the span's own attributes in the metadata.
 */
export function readObservation(observation: Observation, apart: CountsApart): DialectReading {
  const { type, name, level, statusMessage } = observation;
  // A span may be anything: what it holds of another dialect tells.
  const said = type?.toLowerCase() ?? null;
  const role = said === null || said === "span" ? null : (ROLES[said] ?? "other");
  const failed = level?.toUpperCase() === "ERROR";
  const error = failed ? (statusMessage ?? "error") : null;
  if (role === "agent") return { role, error, agent: agentOf(observation) };
  if (role === "tool") return { role, error, tool: toolOf(observation) };
  if (said !== null && role !== "llm" && role !== "embedding") return { role, error };
  const answer = readAnswer(observation.output);
  return {
    role,
    error,
    agent: name === null ? null : asName(attributesOf(observation)["gen_ai.agent.name"]),
    responseId: responseIdOf(observation) ?? answer.responseId,
    call: callOf(observation, apart, failed),
  };
}

const attributesOf = ({ metadata }: Observation): Record<string, unknown> =>
  asObject(unwrapJson(dig(unwrapJson(metadata), "attributes") ?? null));

const responseIdOf = (observation: Observation): string | null =>
  asText(attributesOf(observation)["gen_ai.response.id"]);

const agentOf = (observation: Observation): string | null =>
  asName(attributesOf(observation)["gen_ai.agent.name"]);

function callOf(observation: Observation, apart: CountsApart, failed: boolean): Partial<CallFacts> {
  const { model, parameters, input, output, usage, cost, metadata } = observation;
  const request = readRequest(input);
  const answer = readAnswer(output);
  const stated = readUsage(usage);
  const known = isAnthropicUsage(usage) ? { input: true, output: false } : apart;
  const attributes = attributesOf(observation);
  const unanswered = failed && answer.response === null;
  return {
    provider: normalProvider(
      asText(
        firstOf(
          attributes["gen_ai.provider.name"],
          attributes["gen_ai.system"],
          attributes["llm.provider"],
          dig(unwrapJson(metadata), "ls_provider"),
        ),
      ),
    ),
    requestModel: asText(
      firstOf(attributes["gen_ai.request.model"], request.requestModel, unanswered ? model : null),
    ),
    model: unanswered ? answer.model : (model ?? answer.model),
    messages: request.messages,
    response: failed && isFailureText(observation) ? null : answer.response,
    settings: joinSettings(
      settingsIn(unwrapJson(parameters)),
      request.settings,
      settingsIn(formatIn(metadata)),
    ),
    ...(saysTokens(stated) ? inclusiveTokens(stated, known) : {}),
    statedCostUsd: costOf(cost),
  };
}

/** Some integrations write the failure's text where the answer belongs. */
function isFailureText({ output, statusMessage }: Observation): boolean {
  return output === statusMessage || (isObject(output) && "error" in output);
}

/** The OpenAI wrapper writes the format that was asked for beside the parameters. */
const formatIn = (metadata: unknown): object => ({
  response_format: dig(unwrapJson(metadata), "response_format"),
});

/** Zero is what is written when no price was known. */
function costOf(cost: unknown): number | null {
  const total = asAmount(isObject(cost) ? cost["total"] : cost);
  return total === 0 ? null : total;
}

function toolOf({ name, input, output, metadata }: Observation) {
  const attributes = asObject(unwrapJson(dig(unwrapJson(metadata), "attributes") ?? null));
  return {
    name: asText(firstOf(attributes["gen_ai.tool.name"], name)),
    callId: asText(attributes["gen_ai.tool.call.id"]),
    arguments: unwrapJson(input ?? null),
    result: output ?? null,
  };
}
