import { z } from "zod";
import { buildCall, callFields, isCall } from "@/lib/formats/call-fields";
import { flag } from "@/lib/formats/fields";
import type { Format, Reading } from "@/lib/formats/format";
import { isObject } from "@/lib/formats/is-object";
import { ForeignMessages } from "@/lib/formats/messages";
import { openJson } from "@/lib/formats/provider/members";
import { isProviderAnswer } from "@/lib/formats/provider/open-log";
import { nameOf, reasonOf } from "@/lib/formats/reasons";

const AssayRecord = z.object({ ...callFields, messages: ForeignMessages, call_correct: flag });

/**
 * Our own fuller shape: one call per record with its messages, answer, tokens, times and outcome.
 * `correct` is the outcome of the whole run when the record names a trace, else the call's own;
 * `call_correct` and `trace_outcome` say so outright and go before it.
 */
export const assayFormat: Format = {
  id: "assay",
  name: "Assay JSONL (messages and response)",
  detect: (record) =>
    isObject(record) &&
    "messages" in record &&
    "response" in record &&
    !("call_type" in record) &&
    !isProviderAnswer(openJson(record["response"])),
  read(record): Reading {
    if (!isObject(record)) return { kind: "other", reason: `not an object but ${nameOf(record)}` };
    const parsed = AssayRecord.safeParse(record);
    if (!parsed.success) return { kind: "unparseable", reason: reasonOf(parsed.error) };
    const { messages, correct, call_correct, trace_outcome, trace_id } = parsed.data;
    const built = buildCall(parsed.data, messages, {
      correct: call_correct ?? (trace_id === null ? correct : null),
      traceOutcome: trace_outcome ?? (trace_id === null ? null : correct),
    });
    if (!isCall(built.call))
      return { kind: "other", reason: "no LLM call: neither messages nor a response" };
    return { kind: "call", ...built };
  },
};
