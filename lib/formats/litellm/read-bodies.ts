import type { Message } from "@/lib/calls/call";
import { messageText } from "@/lib/calls/message-text";
import type { Reading } from "@/lib/formats/format";
import { isObject } from "@/lib/formats/is-object";
import { answerOf } from "@/lib/formats/provider/answer";
import { type Api, apiOfLog } from "@/lib/formats/provider/api-of";
import { type Members, membersOf, openJson, textOf } from "@/lib/formats/provider/members";
import { requestOf } from "@/lib/formats/provider/request";
import { Usage, usageTokens } from "@/lib/formats/provider/usage";
import { reasonOf } from "@/lib/formats/reasons";

/** What the proxy writes in place of text that its settings keep out of logs. */
const REDACTED = /redacted[-_ ]by[-_ ]litellm/iu;
const NOTE = "LiteLLM left the text out (redacted-by-litellm): turn message logging on to read it";

export type Bodies = {
  messages: Message[] | null;
  response: Message | null;
  model: string | null;
  /** Parts of the token counts: cached, written, reasoning. */
  parts: Members;
  notes: string[];
};

type Refused = Extract<Reading, { reason: string }>;

/** Messages and answer of a payload, in whichever API's shape they are. */
export function readBodies(payload: Members): Bodies | Refused {
  const response = openJson(payload["response"]);
  const request = requestBody(payload);
  const api = apiOfLog({ outer: {}, request, response, status: null });
  const asked = requestOf[api].safeParse(request);
  if (!asked.success) return { kind: "unparseable", reason: reasonOf(asked.error) };
  const answer = readAnswer(response, api);
  if ("kind" in answer) return answer;
  const { messages } = asked.data;
  const isHidden = [...(messages ?? []), ...(answer.message ? [answer.message] : [])].some(hidden);
  return {
    messages: messages?.every(hidden) ? null : messages,
    response: answer.message && hidden(answer.message) ? null : answer.message,
    model: answer.model,
    parts: partsOf(payload, answer.usage, api),
    notes: isHidden ? [NOTE] : [],
  };
}

/** `messages` may be a list, one text, or an object that holds them. */
function requestBody(payload: Members): Members {
  const stored = openJson(payload["messages"]);
  const given = isObject(stored) && Object.keys(stored).length === 0 ? null : stored;
  const parameters = membersOf(payload["model_parameters"]);
  const call = textOf(payload["call_type"]) ?? "";
  const inner = isObject(given) && "messages" in given ? given["messages"] : given;
  if (call.includes("responses")) return { input: inner, instructions: parameters["instructions"] };
  const system = call.includes("anthropic") ? { system: parameters["system"] } : {};
  if (typeof inner === "string") return { prompt: inner };
  return { messages: isObject(inner) ? [inner] : inner, ...system };
}

type Answered = { message: Message | null; model: string | null; usage: Usage };

function readAnswer(response: unknown, api: Api): Answered | Refused {
  const plain = textOf(response);
  const message = plain === null ? null : { role: "assistant", content: plain };
  if (!isObject(response)) return { message, model: null, usage: null };
  const parsed = answerOf[api].safeParse(response);
  if (!parsed.success) return { kind: "unparseable", reason: `response.${reasonOf(parsed.error)}` };
  return {
    message: parsed.data.message,
    model: parsed.data.model ?? null,
    usage: parsed.data.usage,
  };
}

function partsOf(payload: Members, usage: Usage, api: Api): Members {
  const noted = Usage.safeParse(membersOf(payload["metadata"])["usage_object"]).data;
  const { tokens } = usageTokens(usage ?? noted, api);
  return {
    cached: tokens.cachedInputTokens,
    written: tokens.cacheWriteTokens,
    reasoning: tokens.reasoningTokens,
  };
}

const hidden = (message: Message): boolean => REDACTED.test(messageText(message));
