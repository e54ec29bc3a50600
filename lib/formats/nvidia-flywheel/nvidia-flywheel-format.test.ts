import { expect, test } from "vitest";
import { nvidiaFlywheelExamples } from "@/lib/formats/nvidia-flywheel/nvidia-flywheel-examples";
import { nvidiaFlywheelFormat } from "@/lib/formats/nvidia-flywheel/nvidia-flywheel-format";
import { callOf, reasonFor } from "@/lib/formats/reading-of";

const [answered, failed] = nvidiaFlywheelExamples;

test("the flywheel's workload is the step, its client the agent", () => {
  expect(callOf(nvidiaFlywheelFormat, answered)).toMatchObject({
    stepType: "query_rewriting",
    stepSource: "instrumented",
    agent: "hr-chatbot",
    startedAt: "2024-05-16T10:07:54.000Z",
    requestModel: "meta/llama-3.1-70b-instruct",
    model: "meta/llama-3.1-70b-instruct",
    inputTokens: 20,
    outputTokens: 4,
    settings: { temperature: 0.2 },
    spanId: null,
  });
});

test("error_details are the failure", () => {
  expect(callOf(nvidiaFlywheelFormat, failed)).toMatchObject({
    error: "upstream timed out",
    response: null,
  });
  const { request: _request, response: _response, ...bare } = answered ?? {};
  expect(reasonFor(nvidiaFlywheelFormat, bare)).toMatch(/no request or answer/);
});
