import { receiveLangSmith } from "@/lib/server/spans/receive-langsmith";

/** One run that begins. */
export const POST = (request: Request): Promise<Response> =>
  receiveLangSmith(request, { as: "post" });
