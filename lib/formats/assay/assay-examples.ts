/** For tests: plain records of our own fuller shape. */
export const assayExamples = [
  {
    trace_id: "t1",
    span_id: "s1",
    model: "gpt-5.5",
    messages: [{ role: "user", content: "Where is my order?" }],
    response: { content: "On its way." },
    input_tokens: 12,
  },
  {
    messages: [{ role: "user", content: "Refund it" }],
    response: { content: null, tool_calls: [{ function: { name: "refund", arguments: "{}" } }] },
    correct: true,
  },
];
