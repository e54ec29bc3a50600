import { blindReason } from "@/lib/labelling/blind";
import { sightOf } from "@/lib/server/labelling/sight-of";
import { createHash, randomUUID } from "node:crypto";
import { z } from "zod";
import { writeAudit } from "@/db/commands/write-audit";
import { writeProjection } from "@/db/commands/write-projection";
import { ok, refused, type Result } from "@/lib/result";
import { parseStoredScope } from "@/lib/scope/scope";
import { parseScopeParams } from "@/lib/scope/scope-params";
import { getDatabase } from "@/lib/server/database";
import { mayAct, type Membership } from "@/lib/server/gate";
import { hashInputs } from "@/lib/server/routing/hash-inputs";
import { gatherSavings } from "./gather-savings";
import { readAddressText, valuesOf } from "./read-address-text";

const Input = z.object({
  name: z
    .string()
    .trim()
    .min(1, "Say what this projection is for")
    .max(100, "Name: at most 100 characters"),
  /** The query of the view that is kept. */
  query: z.string().max(4000, "This is no address of a view"),
});

/**
 * Keeps a projection as the view shows it: assumptions, prices and results are stored, and never
 * computed again.
 */
export async function keepProjection(
  member: Pick<Membership, "workspaceId" | "workspace" | "role" | "actor" | "user">,
  input: unknown,
): Promise<Result<{ number: number; name: string }>> {
  const { workspaceId, workspace, role, actor } = member;
  if (!mayAct(role, "reviewer")) {
    return refused("forbidden", `Keeping a projection needs the role reviewer; yours is ${role}.`);
  }
  const parsed = Input.safeParse(input);
  if (!parsed.success) return refused("invalid", parsed.error.issues[0]?.message ?? "Bad input");
  const { name, query } = parsed.data;
  const params = readAddressText(query);
  if (!params.ok) return params;
  const scope = parseScopeParams(valuesOf(query));
  if (!scope.ok) return scope;
  const within = scope.value ?? parseStoredScope(workspace.scope);
  const sight = await sightOf(member);
  if (sight.labels === "own") {
    return refused("forbidden", `No projection can be kept yet. ${blindReason(sight.left)}`);
  }
  const { answer, rows, audit } = await gatherSavings(member, params.value, within, sight);
  const { assumptions, prices } = answer;
  const inputs = [hashInputs(rows, workspace, audit.candidate), assumptions, answer.scope];
  const inputsHash = createHash("sha256").update(JSON.stringify(inputs)).digest("hex");
  const id = randomUUID();
  const number = await getDatabase().transaction(async (tx) => {
    const kept = { id, name, inputsHash, assumptions, prices, result: answer, createdBy: actor };
    const given = await writeProjection(tx, workspaceId, kept);
    const detail = { number: given, name, inputsHash };
    await writeAudit(tx, workspaceId, { actor, action: "projection.keep", subject: id, detail });
    return given;
  });
  return ok({ number, name });
}
