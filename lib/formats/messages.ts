import { z } from "zod";
import type { Message } from "@/lib/calls/call";
import { oncePerObject } from "@/lib/once-per-object";
import { expected, nameOf } from "@/lib/formats/reasons";

const content = z
  .union([z.string(), z.array(z.unknown()), z.null()], {
    error: expected("text, a list of parts or null"),
  })
  .optional();

const toolCalls = z.array(z.unknown(), { error: expected("a list or null") }).nullish();
const optionalText = z.string({ error: expected("text or null") }).nullish();

const FreshMessage = z
  .looseObject(
    {
      role: z.string({ error: expected("text") }),
      content,
      tool_calls: toolCalls,
      tool_call_id: optionalText,
      name: optionalText,
    },
    { error: expected("a message") },
  )
  .transform((message): Message => ({
    ...withoutNulls(message),
    role: message.role,
    content: message.content ?? null,
  }));

type Read = { success: true; data: Message } | { success: false; error: z.ZodError };

/** Read once, however many records share it (see `SharedMessages`). */
const readMessage = oncePerObject((value: object): Read => {
  const data = plainMessage(value);
  return data ? { success: true, data } : FreshMessage.safeParse(value);
});

/**
 * A message of text and the members that we know, each of its kind, as the schema would read it; null
 * for any other. Most are so, and the schema takes ten times as long.
 */
function plainMessage(value: object): Message | null {
  const { role, content, tool_calls, tool_call_id, name } = value as Record<string, unknown>;
  if (typeof role !== "string" || typeof content !== "string") return null;
  const message: Message = { role, content };
  if (Array.isArray(tool_calls)) message.tool_calls = tool_calls;
  if (typeof tool_call_id === "string") message.tool_call_id = tool_call_id;
  if (typeof name === "string") message.name = name;
  return Object.keys(message).length === Object.keys(value).length ? message : null;
}

/** One message in OpenAI's shape; members that are null say nothing and are dropped. */
export const ForeignMessage = z
  .unknown()
  .transform((value, context): Message => readInto(value, [], context) ?? z.NEVER);

export const ForeignMessages = z
  .unknown()
  .optional()
  .transform((value, context): Message[] | null => {
    if (value === undefined || value === null) return null;
    if (Array.isArray(value)) {
      const read = value.map((message, at) => readInto(message, [at], context));
      return read.filter((message) => message !== null);
    }
    context.addIssue(`expected a list of messages or null, got ${nameOf(value)}`);
    return z.NEVER;
  });

/** The message; null when it is none, which then is said in the context. */
function readInto(
  value: unknown,
  place: readonly number[],
  context: z.RefinementCtx,
): Message | null {
  const isObject = typeof value === "object" && value !== null;
  const read: Read = isObject ? readMessage(value) : FreshMessage.safeParse(value);
  if (read.success) return read.data;
  for (const { path, message } of read.error.issues)
    context.issues.push({ code: "custom", input: value, path: [...place, ...path], message });
  return null;
}

const Answer = z.looseObject({ role: z.string().nullish(), content, tool_calls: toolCalls });

/**
 * The model's answer: text, or an object with `content` and `tool_calls`. Any other value is an
 * answer in JSON and is kept as its text. Null and missing mean no answer.
 */
export const ForeignResponse = z
  .unknown()
  .optional()
  .transform((value, context): Message | null => {
    if (value === undefined || value === null) return null;
    if (typeof value === "string") return { role: "assistant", content: value };
    if (typeof value !== "object" || !("content" in value || "tool_calls" in value))
      return { role: "assistant", content: JSON.stringify(value) };
    const answer = Answer.safeParse(value);
    if (answer.success) {
      const { role, content } = answer.data;
      return { ...withoutNulls(answer.data), role: role ?? "assistant", content: content ?? null };
    }
    for (const { path, message } of answer.error.issues)
      context.issues.push({ code: "custom", input: value, path, message });
    return z.NEVER;
  });

function withoutNulls(message: Record<string, unknown>): Partial<Message> {
  if (!Object.values(message).some(isNothing)) return message;
  return Object.fromEntries(Object.entries(message).filter(([, value]) => !isNothing(value)));
}

const isNothing = (value: unknown): boolean => value === null || value === undefined;
