import { z } from "zod";
import type { Message } from "@/lib/calls/call";
import { isObject } from "@/lib/formats/is-object";
import { ForeignMessages } from "@/lib/formats/messages";
import { expected } from "@/lib/formats/reasons";

/**
 * A prompt as logs hold it: text (one user message), a list of messages or one of them, or the
 * JSON text of a list of messages. Null and empty text mean that the prompt is not known.
 */
export function readPrompt(value: unknown, context: z.RefinementCtx): Message[] | null {
  if (value === undefined || value === null || value === "") return null;
  if (typeof value === "string") return quotedMessages(value) ?? [{ role: "user", content: value }];
  const list = isObject(value) ? [value] : value;
  if (!Array.isArray(list)) {
    context.addIssue(expected("text or a list of messages")({ input: value }));
    return z.NEVER;
  }
  const parsed = ForeignMessages.safeParse(list);
  if (parsed.success) return parsed.data;
  for (const { path, message } of parsed.error.issues)
    context.issues.push({ code: "custom", input: value, path, message });
  return z.NEVER;
}

function quotedMessages(text: string): Message[] | null {
  if (!/^\s*\[\s*\{/u.test(text)) return null;
  try {
    return ForeignMessages.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
