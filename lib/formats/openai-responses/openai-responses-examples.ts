const request = {
  model: "gpt-5.5",
  instructions: "You plan.",
  input: [
    { role: "user", content: [{ type: "input_text", text: "Process INV-1" }] },
    { type: "reasoning", id: "rs_1", summary: [{ type: "summary_text", text: "Load it first." }] },
    {
      type: "function_call",
      id: "fc_1",
      call_id: "call_1",
      name: "fetch",
      arguments: '{"id":"INV-1"}',
      status: "completed",
    },
    { type: "function_call_output", call_id: "call_1", output: "12 EUR" },
  ],
  tools: [{ type: "function", name: "fetch", parameters: { type: "object" } }],
  reasoning: { effort: "low" },
};

const response = {
  id: "resp_67ccd2bed1ec8190b14f964abc0542670bb6a6b452d3795b",
  object: "response",
  created_at: 1_790_000_002,
  status: "completed",
  error: null,
  model: "gpt-5.5-2026-04-23",
  output: [
    {
      type: "message",
      id: "msg_1",
      role: "assistant",
      status: "completed",
      content: [{ type: "output_text", text: "Pay it.", annotations: [] }],
    },
  ],
  usage: {
    input_tokens: 374,
    input_tokens_details: { cached_tokens: 128 },
    output_tokens: 82,
    output_tokens_details: { reasoning_tokens: 64 },
    total_tokens: 456,
  },
};

/** For tests: plain log lines of the Responses API. */
export const openaiResponsesExamples = [
  { timestamp: 1_790_000_001, request, response },
  { body: { model: "gpt-5.5", input: "Hello" }, response_body: response },
  {
    id: "batch_req_1234567",
    custom_id: "a",
    response: { status_code: 200, body: response },
    error: null,
  },
  response,
];
