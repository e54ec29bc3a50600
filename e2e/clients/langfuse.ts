import { LangfuseClient } from "@langfuse/client";
import { LangfuseSpanProcessor } from "@langfuse/otel";
import { type LangfuseAgent, startActiveObservation } from "@langfuse/tracing";
import { NodeTracerProvider } from "@opentelemetry/sdk-trace-node";
import { AGENT, askModel, failureOf, requestOf, type Step } from "@/e2e/clients/agent";
import type { ChatAnswer } from "@/e2e/clients/stand-in";

/** Observations made by hand, and a score of one of them. */
const provider = new NodeTracerProvider({ spanProcessors: [new LangfuseSpanProcessor()] });
provider.register();
const langfuse = new LangfuseClient();

const judged = await startActiveObservation(AGENT, runAgent, { asType: "agent" });
langfuse.score.create({ ...judged, name: "correct", value: 1, dataType: "BOOLEAN" });
await langfuse.flush();
await provider.shutdown();

async function runAgent(agent: LangfuseAgent) {
  await generate("plan_next_action");
  const observationId = await generate("extract_field");
  await failureOf(generate("summarize_tool_output"));
  agent.update({ output: "handled" });
  return { traceId: agent.traceId, observationId };
}

function generate(step: Step): Promise<string> {
  const { model, messages, tools } = requestOf(step);
  return startActiveObservation(
    step,
    async (generation) => {
      generation.update({ model, input: tools ? { messages, tools } : messages });
      try {
        const answer = await askModel(requestOf(step));
        generation.update({
          model: answer.model,
          output: answer.choices[0]?.message,
          usageDetails: bucketsOf(answer.usage),
        });
      } catch (error) {
        generation.update({ level: "ERROR", statusMessage: (error as Error).message });
        throw error;
      }
      return generation.id;
    },
    { asType: "generation" },
  );
}

/** Langfuse's buckets lie apart: cached is no part of input, reasoning none of output. */
function bucketsOf(usage: ChatAnswer["usage"]): Record<string, number> {
  const { cached_tokens: cached } = usage.prompt_tokens_details;
  const { reasoning_tokens: reasoning } = usage.completion_tokens_details;
  return {
    input: usage.prompt_tokens - cached,
    input_cached_tokens: cached,
    output: usage.completion_tokens - reasoning,
    output_reasoning_tokens: reasoning,
  };
}
