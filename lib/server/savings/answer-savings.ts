import { SEE_ALL } from "@/lib/labelling/blind";
import type { SavingsAnswer } from "@/lib/overview/savings-answer";
import { ok, type Result } from "@/lib/result";
import { parseStoredScope } from "@/lib/scope/scope";
import { parseScopeParams, readAddress } from "@/lib/scope/scope-params";
import type { KeyHolder } from "@/lib/server/gate";
import { gatherSavings } from "./gather-savings";
import { readSavingsRequest } from "./read-savings-request";

/** What routing would save, for a program: on the assumptions and the scope of its address. */
export async function answerSavings(
  holder: Pick<KeyHolder, "workspaceId" | "workspace">,
  request: Request,
): Promise<Result<SavingsAnswer>> {
  const asked = readAddress(request.url);
  const params = readSavingsRequest(asked);
  if (!params.ok) return params;
  const scope = parseScopeParams(asked);
  if (!scope.ok) return scope;
  const within = scope.value ?? parseStoredScope(holder.workspace.scope);
  const { answer } = await gatherSavings(holder, params.value, within, SEE_ALL);
  return ok(answer);
}
