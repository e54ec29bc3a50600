import { createOpenAI } from "@ai-sdk/openai";
import { trace } from "@opentelemetry/api";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-proto";
import { BatchSpanProcessor, NodeTracerProvider } from "@opentelemetry/sdk-trace-node";
import { generateText, jsonSchema, stepCountIs, tool } from "ai";
import { AGENT, failureOf, TOOL } from "@/e2e/clients/agent";
import { MODEL, TOOL_CALL } from "@/e2e/clients/stand-in";

/** Two steps of one `generateText` with a tool between them, and one that fails. */
const provider = new NodeTracerProvider({
  spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
});
provider.register();
const model = createOpenAI({ baseURL: process.env.MODEL_URL ?? "", apiKey: "none" })(MODEL);

const telemetry = (functionId: string) => ({
  isEnabled: true,
  functionId,
  recordInputs: true,
  recordOutputs: true,
});

await trace.getTracer("invoices").startActiveSpan(`invoke_agent ${AGENT}`, async (agent) => {
  agent.setAttributes({ "gen_ai.operation.name": "invoke_agent", "gen_ai.agent.name": AGENT });
  await generateText({
    model,
    system: "You handle invoices.",
    prompt: "Handle invoice INV-1042.",
    tools: {
      [TOOL_CALL.name]: tool({
        inputSchema: jsonSchema<{ id: string }>({ ...TOOL.function.parameters, type: "object" }),
        execute: () => Promise.resolve("sent by mail, 120"),
      }),
    },
    stopWhen: stepCountIs(3),
    maxRetries: 0,
    experimental_telemetry: telemetry("plan_next_action"),
  });
  await failureOf(
    generateText({
      model,
      prompt: "Summarize the invoice.",
      maxRetries: 0,
      experimental_telemetry: telemetry("summarize_tool_output"),
    }),
  );
  agent.end();
});
await provider.shutdown();
