import { expect, test } from "vitest";
import { fineTuningExamples } from "@/lib/formats/fine-tuning/fine-tuning-examples";
import { fineTuningFormat } from "@/lib/formats/fine-tuning/fine-tuning-format";
import { callOf, reasonFor } from "@/lib/formats/reading-of";

const [chat, pair] = fineTuningExamples;
const call = (record: unknown) => callOf(fineTuningFormat, record);

test("the last answer of an example is the response, and nothing else is known", () => {
  expect(call(chat)).toMatchObject({
    messages: [{ role: "system" }, { role: "user", content: "Capital of France?" }],
    response: { role: "assistant", content: "Paris" },
    settings: { tools: [{ type: "function" }] },
    model: null,
    inputTokens: null,
    startedAt: null,
    spanId: null,
  });
  expect(call(pair)).toMatchObject({
    messages: [{ role: "user", content: "Capital of Spain?\n\n###\n\n" }],
    response: { role: "assistant", content: " Madrid" },
  });
});

test("an answer of weight 0 is context and not to be learned", () => {
  const messages = [
    { role: "user", content: "A?" },
    { role: "assistant", content: "a", weight: 1 },
    { role: "user", content: "B?" },
    { role: "assistant", content: "b", weight: 0 },
  ];
  expect(call({ messages })).toMatchObject({
    messages: [{ content: "A?" }],
    response: { role: "assistant", content: "a" },
  });
  expect(call({ messages }).response).not.toHaveProperty("weight");
  const [ask] = messages;
  expect(reasonFor(fineTuningFormat, { messages: [ask, { ...messages[3] }] })).toMatch(
    /no answer in it to learn from/,
  );
});

test("a pair may be of messages", () => {
  const prompt = [{ role: "user", content: "Hi" }];
  expect(call({ prompt, completion: [{ role: "assistant", content: "Hello" }] })).toMatchObject({
    messages: prompt,
    response: { content: "Hello" },
  });
  expect(reasonFor(fineTuningFormat, { prompt: 1, completion: "x" })).toMatch(/other: no example/);
});
