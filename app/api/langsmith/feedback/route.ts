import { receiveLangSmith } from "@/lib/server/spans/receive-langsmith";

/** A statement about how well a run went. */
export const POST = (request: Request): Promise<Response> =>
  receiveLangSmith(request, { as: "feedback" });
