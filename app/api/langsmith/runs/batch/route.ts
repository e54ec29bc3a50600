import { receiveLangSmith } from "@/lib/server/spans/receive-langsmith";

/** `{post, patch}` */
export const POST = (request: Request): Promise<Response> =>
  receiveLangSmith(request, { as: "batch" });
