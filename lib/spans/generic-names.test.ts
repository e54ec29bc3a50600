import { describe, expect, test } from "vitest";
import { isGenericName } from "./generic-names";

describe("names that say nothing of the step", () => {
  test.each([
    "chat gpt-5.5",
    "OpenAI Chat Completions",
    "OpenAI Responses",
    "openai.chat",
    "ChatOpenAI",
    "AzureChatOpenAI",
    "ChatAnthropic",
    "Chat Completion",
    "anthropic.messages.create",
    "anthropic.chat",
    "ai.generateText.doGenerate",
    "step 3",
    "turn",
    "generation",
    "LLM",
    "RunnableSequence",
    "LangGraph",
    "agent",
    "model",
    "call_model",
    "call_llm",
    "litellm-acompletion",
    "GenerateContent",
    "POST /api/chat",
    "Task._execute_core",
    "invoke_agent helper",
    "gpt-5.5",
    "42",
  ])("passes over %s", (name) => {
    expect(isGenericName(name, ["gpt-5.5"])).toBe(true);
  });

  test.each([
    "plan_next_action",
    "extract_field",
    "summarize tool output",
    "classify_ticket",
    "Chatbot reply",
    "generate_reply",
    "chat_title",
    "modelling",
    "answer-customer",
  ])("keeps %s", (name) => {
    expect(isGenericName(name)).toBe(false);
  });
});
