import type { OtlpSpan } from "@/lib/otlp/otlp";

const ANTHROPIC = "set contentMode: 'content' in the Anthropic SDK's telemetry options";
const OPENTELEMETRY =
  "set OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT=true (Python from 1.37 on: SPAN_ONLY with OTEL_SEMCONV_STABILITY_OPT_IN=gen_ai_latest_experimental), and send logs to /v1/logs as well";

const BY_SCOPE: readonly (readonly [RegExp, string])[] = [
  [/anthropic-ai\/sdk/u, ANTHROPIC],
  [/traceloop|openllmetry/iu, "set TRACELOOP_TRACE_CONTENT=true"],
  [/openinference|arizeai/iu, "unset OPENINFERENCE_HIDE_INPUTS and OPENINFERENCE_HIDE_OUTPUTS"],
  [/langfuse/iu, "remove the mask from the Langfuse client, or record input and output"],
  [/langsmith/iu, "unset LANGSMITH_HIDE_INPUTS and LANGSMITH_HIDE_OUTPUTS"],
  [
    /^(?:ai|gen_ai)$/u,
    "set recordInputs and recordOutputs to true in the AI SDK's telemetry options",
  ],
  [/pydantic/iu, "set include_content=True in Pydantic AI's InstrumentationSettings"],
  [/gcp\.vertex\.agent/u, "set ADK_CAPTURE_MESSAGE_CONTENT_IN_SPANS=true"],
];

/** What to switch on so that this client sends messages. */
export function contentHintOf({ scopeName, attributes }: OtlpSpan): string {
  const stored = Object.keys(attributes).some((key) => key.endsWith(".messages.ref"));
  if (stored) return "the messages were uploaded elsewhere: send them on the spans";
  const scope = scopeName ?? "";
  return BY_SCOPE.find(([pattern]) => pattern.test(scope))?.[1] ?? OPENTELEMETRY;
}
