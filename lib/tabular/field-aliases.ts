import type { MappedField } from "@/lib/tabular/mapping";

/**
 * Names that columns of home-made logs have, in lower case without separators; the field's own name
 * comes first without being listed. The earlier a name stands, the surer it is.
 */
export const FIELD_ALIASES: Readonly<Record<MappedField, readonly string[]>> = {
  step_type: ["step", "stepname", "task", "tasktype", "node", "intent", "category", "workloadid"],
  prompt: ["input", "question", "query", "request", "userprompt", "instruction", "usermessage"],
  system: ["systemprompt", "systemmessage"],
  messages: ["chat", "conversation", "history", "promptmessages"],
  response: ["output", "completion", "answer", "reply", "modeloutput", "generation", "result"],
  tool_context: ["context", "toolresults", "retrievedcontext", "documents"],
  tools: ["functions", "tooldefinitions"],
  correct: ["iscorrect", "success", "passed", "pass", "score", "label", "correctness"],
  trace_outcome: ["outcome", "runsuccess", "tracesuccess", "resolved"],
  trace_id: ["trace", "traceid", "runid", "rootid"],
  span_id: ["span", "callid", "observationid"],
  parent_span_id: ["parentid", "parent", "parentspanid"],
  agent: ["agentname", "assistant", "app", "service"],
  human_facing: ["userfacing"],
  environment: ["env", "stage"],
  provider: ["vendor", "llmprovider"],
  request_model: ["modelrequested", "requestedmodel"],
  model: ["modelname", "modelid", "llm", "deployment", "engine"],
  input_tokens: ["prompttokens", "tokensin", "inputtokencount", "prompttokencount"],
  cached_input_tokens: ["cachedtokens", "cachereadtokens", "cachereadinputtokens"],
  cache_write_tokens: ["cachecreationinputtokens", "cachewriteinputtokens"],
  output_tokens: ["completiontokens", "tokensout", "outputtokencount", "completiontokencount"],
  reasoning_tokens: ["thinkingtokens"],
  cost_usd: ["cost", "totalcost", "price", "responsecost"],
  latency_ms: ["latency", "durationms", "duration", "elapsedms", "responsetimems"],
  started_at: ["timestamp", "createdat", "starttime", "time", "date", "datetime", "ts"],
  error: ["errormessage", "exception", "errortext"],
  attempt: ["retry", "attemptnumber"],
};

/** A name without case and separators, such as `steptype` for `Step-Type`. */
export const plainName = (name: string): string =>
  name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
