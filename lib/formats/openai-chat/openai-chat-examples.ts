const request = {
  model: "gpt-5.5",
  messages: [
    { role: "developer", content: "Extract the total." },
    { role: "user", content: [{ type: "text", text: "Total: 12 EUR" }] },
  ],
  tools: [{ type: "function", function: { name: "save", parameters: { type: "object" } } }],
  temperature: 0,
};

const completion = {
  id: "chatcmpl-B9MBs8CjcvOU2jLn4n570S5qMJKcT",
  object: "chat.completion",
  created: 1_790_000_001,
  model: "gpt-5.5-2026-04-23",
  choices: [
    {
      index: 0,
      message: { role: "assistant", content: "12", refusal: null, annotations: [] },
      finish_reason: "stop",
    },
  ],
  usage: {
    prompt_tokens: 374,
    completion_tokens: 82,
    total_tokens: 456,
    prompt_tokens_details: { cached_tokens: 128, audio_tokens: 0 },
    completion_tokens_details: { reasoning_tokens: 64 },
  },
};

/** For tests: plain log lines of Chat Completions, the first wrapped in the usual way. */
export const openaiChatExamples = [
  {
    timestamp: "2026-09-21T14:13:21.000Z",
    latency_ms: 12,
    status: 200,
    request,
    response: completion,
  },
  {
    id: "batch_req_123",
    custom_id: "request-2",
    response: { status_code: 200, request_id: "req_1", body: completion },
    error: null,
  },
  { ...completion, messages: request.messages, metadata: { step_type: "extract" } },
  {
    request: JSON.stringify(request),
    response: null,
    error: { message: "Rate limit reached", code: "rate_limit_exceeded" },
  },
];
