import { Langfuse } from "langfuse";
import { AGENT, askModel, requestOf, type Step } from "@/e2e/clients/agent";

/** The SDK before it went over to OpenTelemetry: batches of events, and a score among them. */
const langfuse = new Langfuse();
const trace = langfuse.trace({ name: AGENT });
const agent = trace.span({ name: AGENT });

await generate("plan_next_action");
const judged = await generate("extract_field");
await generate("summarize_tool_output");
agent.end({ output: "handled" });
langfuse.score({
  traceId: trace.id,
  observationId: judged,
  name: "correct",
  value: 1,
  dataType: "BOOLEAN",
});
await langfuse.shutdownAsync();

async function generate(step: Step): Promise<string> {
  const { model, messages, tools } = requestOf(step);
  const generation = agent.generation({
    name: step,
    model,
    input: tools ? { messages, tools } : messages,
  });
  try {
    const answer = await askModel(requestOf(step));
    const { usage } = answer;
    generation.end({
      model: answer.model,
      output: answer.choices[0]?.message,
      usageDetails: {
        // as its own wrapper of the provider's client counts: inclusive, with a total
        input: usage.prompt_tokens,
        output: usage.completion_tokens,
        total: usage.prompt_tokens + usage.completion_tokens,
        input_cached_tokens: usage.prompt_tokens_details.cached_tokens,
        output_reasoning_tokens: usage.completion_tokens_details.reasoning_tokens,
      },
    });
  } catch (error) {
    generation.end({ level: "ERROR", statusMessage: (error as Error).message });
  }
  return generation.id;
}
