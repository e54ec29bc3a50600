import type { CallRecord, Message } from "@/lib/calls/call";
import type { Format, Reading } from "@/lib/formats/format";
import { isObject } from "@/lib/formats/is-object";
import { type Members, membersOf, openJson, textOf } from "@/lib/formats/provider/members";
import { emptyCall } from "@/lib/formats/provider/empty-call";
import { modalityOf } from "@/lib/formats/provider/modality";
import { ChatRequest } from "@/lib/formats/provider/request";
import { someSettings } from "@/lib/formats/provider/request-settings";
import { nameOf, reasonOf } from "@/lib/formats/reasons";

const SETTINGS = ["tools", "functions", "parallel_tool_calls", "response_format", "tool_choice"];

/** Members with which a record is a log of a request, and no example. */
const LOGGED = ["response", "choices", "output", "request", "usage", "call_type", "run_type"];

/**
 * Examples for fine-tuning: `{messages: [.., assistant]}` as OpenAI takes them, of which the last
 * answer that is to be learned (its weight is not 0) is the response, or `{prompt, completion}`.
 * They say nothing of models, tokens or times.
 */
export const fineTuningFormat: Format = {
  id: "fine-tuning",
  name: "Fine-tuning examples (messages that end with an answer, or prompt and completion)",
  detect(record) {
    if (!isObject(record) || LOGGED.some((key) => key in record)) return false;
    if ("completion" in record && "prompt" in record) return !("step_type" in record);
    const messages = openJson(record["messages"]);
    return Array.isArray(messages) && membersOf(messages.at(-1))["role"] === "assistant";
  },
  read(record): Reading {
    if (!isObject(record)) return { kind: "other", reason: `not an object but ${nameOf(record)}` };
    return "messages" in record ? readMessages(record) : readPair(record);
  },
};

function readMessages(record: Members): Reading {
  const raw = openJson(record["messages"]);
  const parsed = ChatRequest.safeParse({ messages: raw });
  if (!parsed.success) return { kind: "unparseable", reason: reasonOf(parsed.error) };
  const messages = parsed.data.messages ?? [];
  const weights = Array.isArray(raw) ? raw.map((message) => membersOf(message)["weight"]) : [];
  const at = messages.findLastIndex(
    ({ role }, index) => role === "assistant" && weights[index] !== 0,
  );
  const answer = messages[at];
  if (answer === undefined)
    return { kind: "other", reason: "no example: there is no answer in it to learn from" };
  const system = textOf(record["system"]);
  const asked = [
    ...(system === null ? [] : [{ role: "system", content: system }]),
    ...messages.slice(0, at),
  ];
  return { kind: "call", call: example(record, asked, answer), notes: [] };
}

function readPair(record: Members): Reading {
  const prompt = pairText(record["prompt"], "user");
  const completion = pairText(record["completion"], "assistant");
  if (prompt === null || completion === null)
    return { kind: "other", reason: "no example: neither messages nor a prompt with a completion" };
  const [answer] = completion.slice(-1);
  if (answer === undefined) return { kind: "other", reason: "no example: its completion is empty" };
  const asked = [...prompt, ...completion.slice(0, -1)];
  return { kind: "call", call: example(record, asked, answer), notes: [] };
}

/** One side of a pair: text, or messages. */
function pairText(value: unknown, role: string): Message[] | null {
  if (typeof value === "string") return [{ role, content: value }];
  return Array.isArray(value)
    ? (ChatRequest.safeParse({ messages: value }).data?.messages ?? null)
    : null;
}

function example(record: Members, messages: Message[], response: Message): CallRecord {
  return {
    ...emptyCall,
    modality: modalityOf(messages, response),
    messages: messages.length === 0 ? null : messages,
    response,
    settings: someSettings(record, SETTINGS),
  };
}
