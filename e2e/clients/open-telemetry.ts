import { type Span, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import { OTLPTraceExporter as JsonExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { OTLPTraceExporter as ProtobufExporter } from "@opentelemetry/exporter-trace-otlp-proto";
import { BatchSpanProcessor, NodeTracerProvider } from "@opentelemetry/sdk-trace-node";
import { AGENT, askModel, failureOf, requestOf, type Step } from "@/e2e/clients/agent";

/** A program instrumented by hand, after OpenTelemetry's conventions for generative AI. */
const json = process.env.OTEL_EXPORTER_OTLP_PROTOCOL === "http/json";
const provider = new NodeTracerProvider({
  spanProcessors: [new BatchSpanProcessor(json ? new JsonExporter() : new ProtobufExporter())],
});
provider.register();
const tracer = trace.getTracer("invoices");

await within(`invoke_agent ${AGENT}`, async (agent) => {
  agent.setAttributes({ "gen_ai.operation.name": "invoke_agent", "gen_ai.agent.name": AGENT });
  await within("plan_next_action", () => chat("plan_next_action"));
  const responseId = await chat("extract_field", { "step.type": "extract_field" });
  await within("summarize_tool_output", () => failureOf(chat("summarize_tool_output")));
  agent.addEvent("gen_ai.evaluation.result", {
    "gen_ai.evaluation.name": "correctness",
    "gen_ai.evaluation.score.value": 1,
    "gen_ai.evaluation.score.label": "correct",
    "gen_ai.response.id": responseId,
  });
});
await provider.shutdown();

function within<T>(name: string, work: (span: Span) => Promise<T>): Promise<T> {
  return tracer.startActiveSpan(name, async (span) => {
    try {
      return await work(span);
    } finally {
      span.end();
    }
  });
}

function chat(step: Step, tags: Record<string, string> = {}): Promise<string> {
  const request = requestOf(step);
  const attributes = {
    ...tags,
    "gen_ai.operation.name": "chat",
    "gen_ai.provider.name": "openai",
    "gen_ai.request.model": request.model,
    "gen_ai.input.messages": JSON.stringify(request.messages),
    "gen_ai.tool.definitions": JSON.stringify(request.tools ?? []),
  };
  const options = { kind: SpanKind.CLIENT, attributes };
  return tracer.startActiveSpan(`chat ${request.model}`, options, async (span) => {
    try {
      const { id, model, choices, usage } = await askModel(request);
      const [choice] = choices;
      span.setAttributes({
        "gen_ai.response.id": id,
        "gen_ai.response.model": model,
        "gen_ai.output.messages": JSON.stringify([choice?.message]),
        "gen_ai.usage.input_tokens": usage.prompt_tokens,
        "gen_ai.usage.cache_read.input_tokens": usage.prompt_tokens_details.cached_tokens,
        "gen_ai.usage.output_tokens": usage.completion_tokens,
        "gen_ai.usage.reasoning.output_tokens": usage.completion_tokens_details.reasoning_tokens,
      });
      return id;
    } catch (error) {
      const failure = error as Error;
      span.recordException(failure);
      span.setStatus({ code: SpanStatusCode.ERROR, message: failure.message });
      span.setAttribute("error.type", "429");
      throw failure;
    } finally {
      span.end();
    }
  });
}
