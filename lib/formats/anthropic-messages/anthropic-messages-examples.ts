const request = {
  model: "claude-opus-4-8",
  max_tokens: 1024,
  system: [{ type: "text", text: "You plan.", cache_control: { type: "ephemeral" } }],
  messages: [
    { role: "user", content: "Process INV-1" },
    {
      role: "assistant",
      content: [
        { type: "thinking", thinking: "Load it first.", signature: "EqQB" },
        { type: "text", text: "Let me look." },
        { type: "tool_use", id: "toolu_1", name: "fetch", input: { id: "INV-1" } },
      ],
    },
    {
      role: "user",
      content: [
        { type: "tool_result", tool_use_id: "toolu_1", content: [{ type: "text", text: "12" }] },
        { type: "text", text: "What next?", cache_control: { type: "ephemeral" } },
      ],
    },
  ],
  tools: [{ name: "fetch", input_schema: { type: "object" } }],
};

const response = {
  id: "msg_013Zva2CMHLNnjNJJKqJ2EF3",
  type: "message",
  role: "assistant",
  model: "claude-opus-4-8-20260401",
  content: [{ type: "text", text: "Pay it." }],
  stop_reason: "end_turn",
  stop_sequence: null,
  usage: {
    input_tokens: 221,
    cache_read_input_tokens: 128,
    cache_creation_input_tokens: 0,
    output_tokens: 82,
  },
};

/** For tests: plain log lines of Anthropic's Messages API. */
export const anthropicMessagesExamples = [
  { timestamp: "2026-09-21T14:13:21Z", request, response },
  {
    request,
    response: { type: "error", error: { type: "overloaded_error", message: "Overloaded" } },
    status: 529,
  },
  { custom_id: "my-second-request", result: { type: "succeeded", message: response } },
];
