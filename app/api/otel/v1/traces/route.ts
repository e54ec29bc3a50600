import { receiveOtlp } from "@/lib/server/spans/receive-otlp";

/** OTLP/HTTP: spans, in protobuf or JSON. */
export const POST = (request: Request): Promise<Response> => receiveOtlp(request, "traces");
