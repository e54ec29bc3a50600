import { z } from "zod";
import { readAnswer } from "@/lib/formats/article/read-answer";
import { readPrompt } from "@/lib/formats/article/read-prompt";
import { readToolContext } from "@/lib/formats/article/read-tool-context";
import { buildCall, callFields, isCall } from "@/lib/formats/call-fields";
import { text } from "@/lib/formats/fields";
import type { Format, Reading } from "@/lib/formats/format";
import { isObject } from "@/lib/formats/is-object";
import { openJson } from "@/lib/formats/provider/members";
import { isProviderAnswer } from "@/lib/formats/provider/open-log";
import { nameOf, reasonOf } from "@/lib/formats/reasons";

const ArticleRecord = z.object({
  ...callFields,
  system: text,
  prompt: z.unknown().optional().transform(readPrompt),
  tool_context: z.unknown().optional().transform(readToolContext),
});

/**
 * The small shape that most home-made logs have: `{step_type, prompt, response, tool_context,
 * correct}`. `correct` is the call's own outcome. The fuller shape's fields may stand beside.
 */
export const articleFormat: Format = {
  id: "article",
  name: "Prompt and response JSONL (step_type, prompt, response)",
  detect: (record) =>
    isObject(record) &&
    "prompt" in record &&
    ("response" in record || "step_type" in record) &&
    !isProviderAnswer(openJson(record["response"])),
  read(record): Reading {
    if (!isObject(record)) return { kind: "other", reason: `not an object but ${nameOf(record)}` };
    const parsed = ArticleRecord.safeParse(record);
    if (!parsed.success) return { kind: "unparseable", reason: reasonOf(parsed.error) };
    const { system, prompt, tool_context, correct, trace_outcome } = parsed.data;
    const messages = [
      ...(system === null ? [] : [{ role: "system", content: system }]),
      ...(prompt ?? []),
      ...tool_context.messages,
    ];
    const response = readAnswer(parsed.data.response);
    const fields = { ...parsed.data, response, tools: parsed.data.tools ?? tool_context.tools };
    const built = buildCall(fields, messages.length === 0 ? prompt : messages, {
      correct,
      traceOutcome: trace_outcome,
    });
    if (!isCall(built.call))
      return { kind: "other", reason: "no LLM call: neither a prompt nor a response" };
    return { kind: "call", ...built };
  },
};
