import { receiveOtlp } from "@/lib/server/spans/receive-otlp";

/** Where a Langfuse SDK sends its spans: plain OTLP/HTTP. */
export const POST = (request: Request): Promise<Response> =>
  receiveOtlp(request, "traces", "langfuse");
