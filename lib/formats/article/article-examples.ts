/** For tests: plain records of the small shape. */
export const articleExamples = [
  {
    step_type: "extract_field",
    prompt: "Order number of: A-1 please",
    response: "A-1",
    tool_context: null,
    correct: true,
  },
  { step_type: "plan", prompt: [{ role: "user", content: "Go on" }], response: null },
];
