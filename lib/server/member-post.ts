import type { Result } from "@/lib/result";
import { atEdge, refusalResponse } from "./edge";
import { type Membership, proveMember, refuseForeignOrigin, type Role } from "./gate";

type Context = { params: Promise<{ workspace: string }> };

/**
 * A route of the browser that takes JSON: from our own pages alone, by a member of at least this
 * role. What is no JSON comes as null; the signal tells when the page that asked has gone.
 */
export const memberPost =
  <Answer extends object>(
    atLeast: Role,
    answer: (member: Membership, body: unknown, gone: AbortSignal) => Promise<Result<Answer>>,
  ) =>
  (request: Request, { params }: Context): Promise<Response> =>
    atEdge(async () => {
      const { workspace } = await params;
      const proof = refuseForeignOrigin(request) ?? (await proveMember(workspace, atLeast));
      if (!proof.ok) return refusalResponse(proof);
      const body: unknown = await request.json().catch(() => null);
      const result = await answer(proof.value, body, request.signal);
      return result.ok ? Response.json(result.value) : refusalResponse(result);
    });
