import { momentOf } from "@/lib/formats/provider/moment";

const NUMBERS = new Set(
  `input_tokens cached_input_tokens cache_write_tokens output_tokens reasoning_tokens attempt
  cost_usd latency_ms temperature top_p max_tokens max_completion_tokens seed
  prompt_tokens completion_tokens total_tokens cached_tokens response_cost cost
  cache_read_input_tokens cache_creation_input_tokens startTime endTime response_time
  status status_code duration_ms timestamp`.split(/\s+/u),
);
const FLAGS = new Set(
  "correct call_correct trace_outcome human_facing parallel_tool_calls cache_hit stream".split(" "),
);
const TIMES = new Set(["started_at"]);

const WORDS = new Map<string, boolean | null>([
  ...["true", "t", "yes", "y", "1", "1.0", "pass", "passed"].map((word) => [word, true] as const),
  ...["false", "f", "no", "n", "0", "0.0", "fail", "failed"].map((word) => [word, false] as const),
  ...["nan", "null", "none", "n/a", "na"].map((word) => [word, null] as const),
]);

/**
 * The text of a cell in a column whose kind is known: numbers as numbers (also `12.0` for 12), yes
 * and no as `true/false, 1/0, yes/no, pass/fail`, times also as seconds or milliseconds since 1970;
 * `NaN`, `null` and `None` say nothing. Text of another kind stays, for the format to refuse.
 *
 * @returns undefined when the column may hold any text
 */
export function knownCell(column: string, text: string): unknown {
  const word = text.trim().toLowerCase();
  if (FLAGS.has(column)) return WORDS.has(word) ? WORDS.get(word) : text;
  const isNumber = NUMBERS.has(column);
  if (!isNumber && !TIMES.has(column)) return undefined;
  if (WORDS.get(word) === null) return null;
  if (!isNumber) return momentOf(text)?.at ?? text;
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/iu.test(word) ? Number(word) : text;
}
