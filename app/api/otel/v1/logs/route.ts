import { receiveOtlp } from "@/lib/server/spans/receive-otlp";

/** OTLP/HTTP: log records, in which some instrumentations send the messages of calls. */
export const POST = (request: Request): Promise<Response> => receiveOtlp(request, "logs");
