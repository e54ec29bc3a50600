import type { Chance } from "@/lib/sample-workload/chance";

export type StepName =
  | "plan_next_action"
  | "summarize_tool_output"
  | "extract_field"
  | "reply_to_customer"
  | "classify_intent"
  | "format_result";

export type SampleMessage = {
  role: "system" | "user" | "assistant" | "tool";
  content: string | null;
  tool_calls?: {
    id: string;
    type: "function";
    function: { name: string; arguments: string };
  }[];
  tool_call_id?: string;
};

/** One call in the fuller shape that the `assay` format reads. */
export type SampleRecord = {
  trace_id: string;
  span_id: string;
  parent_span_id: string | null;
  agent: string;
  human_facing: boolean;
  step_type: StepName;
  provider: string;
  model: string;
  environment: string;
  attempt: number;
  messages: SampleMessage[];
  response: Pick<SampleMessage, "content" | "tool_calls"> | null;
  tools?: unknown;
  input_tokens: number | null;
  cached_input_tokens: number | null;
  cache_write_tokens: number | null;
  output_tokens: number | null;
  started_at: string;
  latency_ms: number;
  error: string | null;
  correct: boolean | null;
  call_correct: boolean | null;
};

type Model = {
  name: string;
  provider: string;
  firstMs: number;
  msPerToken: number;
  cacheFrom: number;
};

const opus = {
  name: "claude-opus-4-8",
  provider: "anthropic",
  firstMs: 1400,
  msPerToken: 17,
  cacheFrom: 1024,
};
const gpt = { name: "gpt-5.5", provider: "openai", firstMs: 900, msPerToken: 12, cacheFrom: 1024 };
const haiku = {
  name: "claude-haiku-4-5",
  provider: "anthropic",
  firstMs: 380,
  msPerToken: 6,
  cacheFrom: 4096,
};

const models: Record<StepName, Model> = {
  plan_next_action: opus,
  reply_to_customer: opus,
  summarize_tool_output: gpt,
  extract_field: gpt,
  format_result: gpt,
  classify_intent: haiku,
};

const failures = [
  ["Request timed out after 30000 ms", 30_000],
  ["429 rate_limit_error: number of request tokens has exceeded your per-minute rate limit", 220],
  ["529 overloaded_error: Overloaded", 640],
] as const;
const FAILURE_RATE = 0.022;
/** Characters per token of English text and JSON, roughly. */
const CHARACTERS = 4.1;

type Said = Pick<SampleRecord, "step_type" | "messages" | "response"> & {
  tools?: unknown;
  callCorrect?: boolean | null;
};

/** Writes the calls of one run down: their times, tokens, caches, failures and retries. */
export class Recorder {
  readonly records: SampleRecord[] = [];
  /** Tokens of the longest prefix that each conversation has left in the provider's cache. */
  private readonly cached = new Map<StepName, number>();

  constructor(
    private readonly run: Pick<SampleRecord, "trace_id" | "environment" | "correct">,
    private now: number,
    private readonly chance: Chance,
  ) {}

  /** Time that passes between two calls, such as a tool's or a customer's. Milliseconds. */
  pass(median: number): void {
    this.now += Math.round(this.chance.aroundMedian(median, 0.6));
  }

  call(said: Said): void {
    let attempt = 1;
    while (attempt < 4 && this.chance.yes(FAILURE_RATE)) {
      const [error, latency] = this.chance.pick(failures);
      this.write(said, { attempt, error, latency_ms: latency + this.chance.between(0, 90) });
      this.now += 500 * 2 ** attempt;
      attempt++;
    }
    const { firstMs, msPerToken } = models[said.step_type];
    const output = tokensOf(said.response);
    const latency = this.chance.aroundMedian(firstMs + msPerToken * output, 0.35);
    this.write(said, { attempt, error: null, latency_ms: Math.round(latency) });
  }

  private write(said: Said, how: Pick<SampleRecord, "attempt" | "error" | "latency_ms">): void {
    const { name, provider } = models[said.step_type];
    const { trace_id, environment, correct } = this.run;
    const failed = how.error !== null;
    this.records.push({
      trace_id,
      span_id: `${trace_id}:${String(this.records.length + 1).padStart(2, "0")}`,
      parent_span_id: null,
      agent: "support_agent",
      human_facing: said.step_type === "reply_to_customer",
      step_type: said.step_type,
      provider,
      model: name,
      environment,
      attempt: how.attempt,
      messages: said.messages,
      response: failed ? null : said.response,
      ...(said.tools === undefined ? {} : { tools: said.tools }),
      ...(failed ? unknownTokens : this.tokens(said)),
      started_at: new Date(this.now).toISOString(),
      latency_ms: how.latency_ms,
      error: how.error,
      correct,
      call_correct: failed ? null : (said.callCorrect ?? null),
    });
    this.now += how.latency_ms;
  }

  /** Inclusive counts; what an earlier call of the run has sent is read from the cache. */
  private tokens(said: Said) {
    const { provider, cacheFrom } = models[said.step_type];
    const input = tokensOf([said.tools ?? null, said.messages]);
    const before = this.cached.get(said.step_type) ?? 0;
    const cacheable = input >= cacheFrom;
    if (cacheable) this.cached.set(said.step_type, input);
    return {
      input_tokens: input,
      cached_input_tokens: cacheable ? Math.min(before, input) : 0,
      cache_write_tokens: cacheable && provider === "anthropic" ? Math.max(0, input - before) : 0,
      output_tokens: tokensOf(said.response),
    };
  }
}

const unknownTokens = {
  input_tokens: null,
  cached_input_tokens: null,
  cache_write_tokens: null,
  output_tokens: null,
};

function tokensOf(value: unknown): number {
  return Math.max(1, Math.round(JSON.stringify(value).length / CHARACTERS));
}
