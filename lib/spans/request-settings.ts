import { isObject } from "@/lib/formats/is-object";
import { listIn, unwrapJson } from "./json-text";

/** Request parameters that are kept as sent. */
const KEPT = new Set([
  "tools",
  "functions",
  "tool_choice",
  "toolChoice",
  "parallel_tool_calls",
  "response_format",
  "text",
  "output_config",
  "temperature",
  "top_p",
  "top_k",
  "max_tokens",
  "max_completion_tokens",
  "max_output_tokens",
  "reasoning_effort",
  "reasoning",
  "thinking",
  "stop",
  "stop_sequences",
  "seed",
  "frequency_penalty",
  "presence_penalty",
]);

/** Camel-case and dialect spellings of the same parameters. */
const ALIAS: Readonly<Record<string, string>> = {
  topP: "top_p",
  topK: "top_k",
  maxTokens: "max_tokens",
  maxOutputTokens: "max_tokens",
  stopSequences: "stop_sequences",
  frequencyPenalty: "frequency_penalty",
  presencePenalty: "presence_penalty",
  responseFormat: "response_format",
  "reasoning.level": "reasoning_effort",
  toolChoice: "tool_choice",
};

export type Settings = Record<string, unknown>;

/** The kept parameters of a request object; null when there are none. Empty ones say nothing. */
export function settingsIn(request: unknown): Settings | null {
  if (!isObject(request)) return null;
  const kept = Object.entries(request).flatMap(([key, raw]) => {
    const name = ALIAS[key] ?? key;
    if (!KEPT.has(name) || saysNothing(raw)) return [];
    const value = name === "tools" || name === "functions" ? toolsIn(raw) : unwrapJson(raw);
    return value === null ? [] : [[name, value] as const];
  });
  return kept.length === 0 ? null : Object.fromEntries(kept);
}

/** Tool definitions as a list, each opened if it is JSON text; null when there are none. */
export function toolsIn(raw: unknown): unknown[] | null {
  const list = listIn(raw);
  if (list === null || list.length === 0) return null;
  return list.map(unwrapJson);
}

/** Both together; of a parameter in both the first stands. Null when neither says anything. */
export function joinSettings(...all: readonly (Settings | null)[]): Settings | null {
  const joined: Settings = Object.assign({}, ...all.toReversed());
  return Object.keys(joined).length === 0 ? null : joined;
}

const saysNothing = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === "" ||
  (Array.isArray(value) && value.length === 0);
