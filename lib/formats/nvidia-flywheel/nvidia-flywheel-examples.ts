const request = {
  model: "meta/llama-3.1-70b-instruct",
  messages: [{ role: "user", content: "Which office has the form?" }],
  temperature: 0.2,
};

/** For tests: plain lines of the flywheel's log, one answered and one failed. */
export const nvidiaFlywheelExamples = [
  {
    timestamp: 1_715_854_074,
    workload_id: "query_rewriting",
    client_id: "hr-chatbot",
    request,
    response: {
      id: "chat-1",
      object: "chat.completion",
      model: "meta/llama-3.1-70b-instruct",
      choices: [{ message: { role: "assistant", content: "Office for form" }, index: 0 }],
      usage: { prompt_tokens: 20, completion_tokens: 4, total_tokens: 24 },
    },
  },
  {
    contract_version: "1.1",
    timestamp: 1_715_854_075,
    workload_id: "query_rewriting",
    client_id: "hr-chatbot",
    request,
    response: null,
    error_details: "upstream timed out",
  },
];
