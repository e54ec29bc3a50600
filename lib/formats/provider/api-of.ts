import { isObject } from "@/lib/formats/is-object";
import {
  type Members,
  firstText,
  membersOf,
  openJson,
  textOf,
} from "@/lib/formats/provider/members";
import { type OpenLog, openLog } from "@/lib/formats/provider/open-log";

/** The three shapes in which nearly every provider and gateway speaks. */
export type Api = "chat" | "responses" | "anthropic";

const ENDPOINT = ["endpoint", "url", "path", "request.url", "request.path", "api", "route"];

/**
 * Which API a logged call used, by the shape of its answer, else by its address, else by the shape
 * of its request; null when the record is no log of a request. Exactly one for each record.
 */
export function apiOf(record: unknown): Api | null {
  if (isObject(record) && isOwned(record)) return null;
  const log = openLog(record);
  return log && apiOfLog(log);
}

export function apiOfLog({ outer, request, response }: OpenLog): Api {
  return byAnswer(response) ?? byAddress(outer) ?? (request ? byRequest(request) : "chat");
}

/** Records that carry a request and an answer but are a format of their own. */
function isOwned(record: Members): boolean {
  if ("workload_id" in record && "request" in record) return true;
  return typeof record["call_type"] === "string" && "model" in record && "messages" in record;
}

function byAnswer(response: unknown): Api | null {
  const [first] = Array.isArray(response) ? (response as unknown[]) : [response];
  if (typeof first === "string") {
    if (/"type":\s*"(?:message_start|content_block)/u.test(first)) return "anthropic";
    return /"type":\s*"response\./u.test(first) ? "responses" : null;
  }
  const body = membersOf(first);
  const { object, type } = body;
  if (Array.isArray(body["choices"])) return "chat";
  if (typeof object === "string" && /^(?:chat|text)/u.test(object)) return "chat";
  if (object === "response" || Array.isArray(body["output"])) return "responses";
  if (typeof type === "string" && type.startsWith("response.")) return "responses";
  if (type === "message" || "stop_reason" in body) return "anthropic";
  if (typeof type === "string" && /^(?:message|content_block)_/u.test(type)) return "anthropic";
  return type === "error" && isObject(body["error"]) ? "anthropic" : null;
}

function byAddress(outer: Members): Api | null {
  const address = firstText(outer, ENDPOINT) ?? "";
  if (/\/chat\/completions|\/completions/u.test(address)) return "chat";
  if (/\/responses\b/u.test(address)) return "responses";
  return /\/messages\b/u.test(address) ? "anthropic" : null;
}

function byRequest(request: Members): Api {
  const messages = openJson(request["messages"]);
  if (!Array.isArray(messages)) return "input" in request ? "responses" : "chat";
  const { tools } = request;
  const hasSchema = (tool: unknown) => "input_schema" in membersOf(tool);
  if ("system" in request || "anthropic_version" in request) return "anthropic";
  if (Array.isArray(tools) && tools.some(hasSchema)) return "anthropic";
  return messages.some(hasAnthropicParts) ? "anthropic" : "chat";
}

function hasAnthropicParts(message: unknown): boolean {
  const { content } = membersOf(message);
  const isOne = (part: unknown) =>
    /^(?:tool_use|tool_result|thinking)$/u.test(textOf(membersOf(part)["type"]) ?? "");
  return Array.isArray(content) && content.some(isOne);
}
