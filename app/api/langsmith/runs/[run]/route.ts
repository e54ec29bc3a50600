import { receiveLangSmith } from "@/lib/server/spans/receive-langsmith";

type Context = { params: Promise<{ run: string }> };

/** What became of one run. */
export async function PATCH(request: Request, { params }: Context): Promise<Response> {
  return receiveLangSmith(request, { as: "patch", id: (await params).run });
}
