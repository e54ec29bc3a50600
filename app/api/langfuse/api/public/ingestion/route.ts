import { receiveLangfuseEvents } from "@/lib/server/spans/receive-langfuse";

/** Where Langfuse SDKs send scores, and those up to version 3 everything. */
export const POST = (request: Request): Promise<Response> => receiveLangfuseEvents(request);
