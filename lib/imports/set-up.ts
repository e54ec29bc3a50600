/** A piece of set-up to paste: an environment, a file of a program, or a command. */
export type SetUpBlock = { title: string; text: string };

/** How one kind of client is made to send its traces here. */
export type ClientSetUp = {
  id: ClientId;
  label: string;
  blocks: readonly SetUpBlock[];
  /** What makes it send the text of calls, and names of steps. */
  note: string;
};

export const CLIENT_IDS = ["otel", "vercel", "langfuse", "langsmith", "curl"] as const;
export type ClientId = (typeof CLIENT_IDS)[number];

/** Stands in a set-up while no key has been made. */
export const KEY_PLACEHOLDER = "<your API key>";

/**
 * Ready-to-paste set-up for each client.
 *
 * @param baseUrl where this server is reached, without a slash at its end
 * @param key an API key that may send traces; null writes a placeholder
 */
export function clientSetUps(baseUrl: string, key: string | null): ClientSetUp[] {
  const secret = key ?? KEY_PLACEHOLDER;
  return [
    otel(baseUrl, secret),
    vercel(baseUrl, secret),
    langfuse(baseUrl, secret),
    langsmith(baseUrl, secret),
    curl(baseUrl, secret),
  ];
}

/** Lines `NAME="value"`, which shells and .env files read alike. */
const environment = (variables: Readonly<Record<string, string>>): string =>
  Object.entries(variables)
    .map(([name, value]) => `${name}="${value}"`)
    .join("\n");

const exporter = (baseUrl: string, key: string) => ({
  OTEL_EXPORTER_OTLP_ENDPOINT: `${baseUrl}/api/otel`,
  OTEL_EXPORTER_OTLP_PROTOCOL: "http/protobuf",
  // not "Authorization=Bearer …": some clients want its space escaped, others do not
  OTEL_EXPORTER_OTLP_HEADERS: `x-api-key=${key}`,
});

const otel = (baseUrl: string, key: string): ClientSetUp => ({
  id: "otel",
  label: "OpenTelemetry",
  blocks: [
    {
      title: "Environment",
      text: environment({
        ...exporter(baseUrl, key),
        OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT: "true",
      }),
    },
    {
      title: "Python, from semantic conventions 1.37 on: instead of the last line",
      text: environment({
        OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT: "SPAN_ONLY",
        OTEL_SEMCONV_STABILITY_OPT_IN: "gen_ai_latest_experimental",
      }),
    },
  ],
  note: "HTTP only, not gRPC. Messages are off by default: the last line of the environment switches them on. Some instrumentations send them as log records, so export logs too. A span around a call names its step.",
});

const vercel = (baseUrl: string, key: string): ClientSetUp => ({
  id: "vercel",
  label: "Vercel AI SDK",
  blocks: [
    { title: "Environment", text: environment(exporter(baseUrl, key)) },
    {
      title: "instrumentation.ts",
      text: `import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-proto";
import { NodeSDK } from "@opentelemetry/sdk-node";

new NodeSDK({ traceExporter: new OTLPTraceExporter() }).start();`,
    },
    {
      title: "At each call",
      text: `await generateText({
  model,
  prompt,
  experimental_telemetry: {
    isEnabled: true,
    functionId: "extract_field", // the name of the step
    recordInputs: true,
    recordOutputs: true,
  },
});`,
    },
  ],
  note: "Versions 4 to 6 send nothing unless a call has isEnabled: true. The functionId becomes the step type, which is what a router can know before the call.",
});

const langfuse = (baseUrl: string, key: string): ClientSetUp => ({
  id: "langfuse",
  label: "Langfuse SDK",
  blocks: [
    {
      title: "Environment",
      text: environment({
        LANGFUSE_BASE_URL: `${baseUrl}/api/langfuse`,
        LANGFUSE_PUBLIC_KEY: "assay",
        LANGFUSE_SECRET_KEY: key,
      }),
    },
    {
      title: "Older versions read the address from one of these",
      text: environment({
        LANGFUSE_HOST: `${baseUrl}/api/langfuse`,
        LANGFUSE_BASEURL: `${baseUrl}/api/langfuse`,
      }),
    },
  ],
  note: "The program stays as it is. The public key is not looked at. Scores come in as outcomes. A mask in the client hides the text of calls: leave it off, what is secret is redacted here before it is stored.",
});

const langsmith = (baseUrl: string, key: string): ClientSetUp => ({
  id: "langsmith",
  label: "LangSmith SDK",
  blocks: [
    {
      title: "Environment",
      text: environment({
        LANGSMITH_TRACING: "true",
        LANGSMITH_ENDPOINT: `${baseUrl}/api/langsmith`,
        LANGSMITH_API_KEY: key,
      }),
    },
  ],
  note: "The program stays as it is; LangChain and LangGraph send by the same variables. Feedback comes in as outcomes. Unset LANGSMITH_HIDE_INPUTS and LANGSMITH_HIDE_OUTPUTS, else the calls come without text.",
});

const curl = (baseUrl: string, key: string): ClientSetUp => ({
  id: "curl",
  label: "A file, by curl",
  blocks: [
    {
      title: "Command",
      text: `curl --data-binary @calls.jsonl.gz \\
  -H "Authorization: Bearer ${key}" \\
  "${baseUrl}/api/v1/imports?name=calls"`,
    },
  ],
  note: "JSONL, JSON, CSV or Parquet, plain or gzipped; the file tells its shape. The answer is the receipt. The same file again changes nothing.",
});
