import type { CallRecord } from "@/lib/calls/call";
import type { Members } from "@/lib/formats/provider/members";

/** Members of a request that are its content, or say whose it is: everything else is a setting. */
const CONTENT = new Set([
  "model",
  "messages",
  "system",
  "input",
  "instructions",
  "prompt",
  "previous_response_id",
  "conversation",
  "metadata",
  "user",
  "safety_identifier",
  "prompt_cache_key",
  "extra_headers",
  "litellm_params",
]);

/** What an answer of the Responses API repeats of its request. */
const REPEATED = [
  "tools",
  "tool_choice",
  "parallel_tool_calls",
  "temperature",
  "top_p",
  "max_output_tokens",
  "reasoning",
  "text",
  "truncation",
];

/** Tools, response format, tool choice, sampling parameters and all other parameters, as sent. */
export function requestSettings(request: Members): CallRecord["settings"] {
  return some(Object.entries(request).filter(([key]) => !CONTENT.has(key)));
}

/** The parameters that an answer of the Responses API repeats, for a log without requests. */
export function repeatedSettings(response: Members): CallRecord["settings"] {
  return some(REPEATED.map((key) => [key, response[key]] as const));
}

/** Parameters named one by one, for records that hold more than a request. */
export function someSettings(members: Members, keys: readonly string[]): CallRecord["settings"] {
  return some(keys.map((key) => [key, members[key]] as const));
}

function some(entries: readonly (readonly [string, unknown])[]): CallRecord["settings"] {
  const kept = entries.filter(([, value]) => value !== null && value !== undefined);
  return kept.length === 0 ? null : Object.fromEntries(kept);
}
