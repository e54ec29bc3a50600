import { receiveLangSmith } from "@/lib/server/spans/receive-langsmith";

/** Runs in parts, as LangSmith SDKs send them today. */
export const POST = (request: Request): Promise<Response> =>
  receiveLangSmith(request, { as: "multipart" });
