import type { Dialect, DialectReading } from "@/lib/spans/span-reading";
import { unwrapJson } from "@/lib/spans/json-text";
import { asName, asText, firstOf } from "@/lib/spans/plain-values";
import { readAnswer } from "@/lib/spans/read-answer";
import { readRequest } from "@/lib/spans/read-request";

/** Google's Agent Development Kit: the whole request and response as JSON beside `gen_ai.*`. */
export const googleAdk: Dialect = {
  id: "google-adk",
  speaks: ({ attributes }) =>
    attributes["gcp.vertex.agent.llm_request"] !== undefined ||
    attributes["gcp.vertex.agent.tool_call_args"] !== undefined,
  read({ attributes: a }): DialectReading {
    if (a["gcp.vertex.agent.llm_request"] === undefined)
      return {
        role: "tool",
        tool: {
          name: asText(a["gen_ai.tool.name"]),
          callId: asText(a["gen_ai.tool.call.id"]),
          arguments: a["gcp.vertex.agent.tool_call_args"] ?? null,
          result: a["gcp.vertex.agent.tool_response"] ?? null,
        },
      };
    const request = readRequest(a["gcp.vertex.agent.llm_request"]);
    const answer = readAnswer(unwrapJson(a["gcp.vertex.agent.llm_response"] ?? null));
    return {
      role: "llm",
      call: { ...request, response: answer.response, model: answer.model },
    };
  },
};

/** Pydantic AI's agent span repeats all messages and usage of the calls below it. */
export const pydanticAi: Dialect = {
  id: "pydantic-ai",
  speaks: ({ attributes }) =>
    attributes["pydantic_ai.all_messages"] !== undefined ||
    attributes["all_messages_events"] !== undefined,
  read: ({ attributes: a }): DialectReading => ({
    role: "agent",
    agent: asName(firstOf(a["gen_ai.agent.name"], a["agent_name"])),
  }),
};
