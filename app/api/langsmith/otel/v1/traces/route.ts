import { receiveOtlp } from "@/lib/server/spans/receive-otlp";

/** Where a LangSmith SDK in OpenTelemetry mode sends its spans. */
export const POST = (request: Request): Promise<Response> =>
  receiveOtlp(request, "traces", "langsmith");
