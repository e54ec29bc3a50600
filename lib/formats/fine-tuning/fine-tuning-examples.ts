/** For tests: plain examples for fine-tuning. */
export const fineTuningExamples = [
  {
    messages: [
      { role: "system", content: "Answer in one word." },
      { role: "user", content: "Capital of France?" },
      { role: "assistant", content: "Paris" },
    ],
    tools: [{ type: "function", function: { name: "look_up" } }],
  },
  { prompt: "Capital of Spain?\n\n###\n\n", completion: " Madrid" },
];
