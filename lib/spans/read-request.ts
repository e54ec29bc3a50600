import type { Message } from "@/lib/calls/call";
import { isObject } from "@/lib/formats/is-object";
import { unwrapJson } from "./json-text";
import { asText, dig, firstOf } from "./plain-values";
import { readMessages, readSystem, withSystem } from "./read-conversation";
import { joinSettings, settingsIn, type Settings } from "./request-settings";

/** What a recorded request says. */
export type ReadRequest = {
  messages: Message[] | null;
  settings: Settings | null;
  requestModel: string | null;
};

const NOTHING: ReadRequest = { messages: null, settings: null, requestModel: null };

/**
 * A request body as OpenAI (Chat, Completions, Responses), Anthropic or Gemini take it, or what a
 * tracer keeps of one: a list of messages, text, an object with `messages`, the arguments of a
 * wrapped function. Anything else is kept as the text of one message.
 */
export function readRequest(value: unknown): ReadRequest {
  const request = unwrapJson(value);
  if (request === undefined || request === null || request === "") return NOTHING;
  if (typeof request === "string") return { ...NOTHING, messages: [userText(request)] };
  const list = readMessages(request);
  if (list !== null) return { ...NOTHING, messages: list };
  if (!isObject(request)) return { ...NOTHING, messages: [userText(JSON.stringify(request))] };
  return readBody(request);
}

const userText = (content: string): Message => ({ role: "user", content });

function readBody(request: Record<string, unknown>): ReadRequest {
  const inner = firstOf(dig(request, "args", 0), request["kwargs"], request["request"]);
  if (isObject(inner) && !hasMessages(request) && hasMessages(inner)) return readBody(inner);
  const config = firstOf(request["config"], request["generationConfig"], request["model_kwargs"]);
  return {
    messages: messagesOf(request),
    settings: joinSettings(settingsIn(request), settingsIn(config)),
    requestModel: asText(firstOf(request["model"], request["model_name"])),
  };
}

const HOLDERS = ["messages", "input", "contents", "prompt", "prompts", "history", "chat_history"];
const hasMessages = (request: Record<string, unknown>) => HOLDERS.some((key) => key in request);

function messagesOf(request: Record<string, unknown>): Message[] | null {
  const { instructions, system, systemInstruction, system_instruction } = request;
  const said = firstOf(
    instructions,
    system,
    systemInstruction,
    system_instruction,
    dig(request, "config", "system_instruction"),
    dig(request, "config", "systemInstruction"),
  );
  const system_ = said === undefined ? null : readSystem(said);
  for (const key of HOLDERS) {
    const held = request[key];
    if (held === undefined || held === null || held === "") continue;
    return withSystem(system_, readMessages(held) ?? textMessages(held));
  }
  if ("role" in request || "parts" in request) return withSystem(system_, readMessages([request]));
  if (system_ !== null) return [system_];
  const settings = settingsIn(request);
  const others = Object.keys(request).filter((key) => settings?.[key] === undefined);
  const saysMore = others.some((key) => key !== "model" && key !== "stream");
  return saysMore ? [userText(JSON.stringify(request))] : null;
}

function textMessages(held: unknown): Message[] | null {
  if (typeof held === "string") return [userText(held)];
  const texts = Array.isArray(held) ? held.filter((one) => typeof one === "string") : [];
  if (texts.length > 0) return texts.map(userText);
  return isObject(held) ? readRequest(held).messages : null;
}
