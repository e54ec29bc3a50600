/** Names that say how a call was made and not what for, in lower case. */
const GENERIC: readonly RegExp[] = [
  /^(?:chat|text_completion|generate_content|embeddings|completion|message)(?: \S+)?$/u,
  /^(?:openai|anthropic|cohere|bedrock|groq|mistral|mistralai|gemini|google|vertexai|ollama|together|replicate|azure|litellm)\b.*(?:chat|complet|respons|messages|generat|create|invoke|converse|parse|stream).*$/u,
  /^(?:async|azure|chat)*(?:openai|anthropic|google|vertex|bedrock|mistral|groq|ollama|cohere|deepseek|fireworks|together|xai|huggingface|litellm|aws)[a-z]*$/u,
  /^(?:async)?(?:completions?|messages|responses|chat\.?completions?)(?:\.(?:create|parse|stream))?$/u,
  /^(?:litellm[-_ ](?:completion|acompletion|request|proxy).*|raw_gen_ai_request|acompletion|received proxy server request)$/u,
  /^(?:generatecontent|generate_?content|generatecontentstream|generate_?text|stream_?text)$/u,
  /^ai\..*$/u,
  /^(?:do)?(?:generate|stream)$/u,
  /^step ?\d*$/u,
  /^(?:turn|generation|llm|llm[_ ]?call|call[_ ]llm|agent|agent run|model|call_model|model_request|tools?|chain|task|root|span|trace|invoke|run|main|workflow|response|request)$/u,
  /^(?:openai|anthropic|chat) (?:chat )?(?:completion|completions|response|responses|message|messages)$/u,
  /^(?:runnable(?:sequence|parallel|lambda|map|passthrough|assign|retry|withfallbacks|binding|branch)?|channelwrite|langgraph|__start__|__end__|_write|chatprompttemplate|prompttemplate|jsonoutputparser|stroutputparser|pydantictoolsparser|llmchain|agentexecutor|compiledstategraph|compiledgraph)(?:<.*>)?$/u,
  /^(?:get|post|put|patch|delete|head|options)(?: .*)?$/u,
  /^(?:https?:\/\/|\/).*$/u,
  /^(?:invoke_agent|create_agent|execute_tool|invoke_workflow)(?: .*)?$/u,
  /^(?:crew|task|agent|flow)(?:\.\w+| created)$/u,
  /\._?(?:execute_core|kickoff(?:_async)?|execute_task|execute_sync|execute_async)$/u,
  /^(?:openinference|gen_ai|traceloop|langfuse|langsmith)\b.*$/u,
];

/** Whether a span's name tells nothing about the step, given the models it may be named after. */
export function isGenericName(name: string, models: readonly (string | null)[] = []): boolean {
  const plain = name.trim().toLowerCase();
  if (plain === "" || /^[\d\s._-]+$/u.test(plain)) return true;
  const named = models.flatMap((model) => (model === null ? [] : [model.toLowerCase()]));
  if (named.includes(plain)) return true;
  const within = plain.replace(/\.(?:chat|task|agent|tool|workflow)$/u, "");
  return GENERIC.some((pattern) => pattern.test(plain) || pattern.test(within));
}
