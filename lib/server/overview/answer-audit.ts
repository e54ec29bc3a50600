import { z } from "zod";
import { SEE_ALL } from "@/lib/labelling/blind";
import { assembleAudit } from "@/lib/overview/audit";
import { type AuditAnswer, toAuditAnswer, unitsOf } from "@/lib/overview/audit-answer";
import { AuditParams } from "@/lib/overview/params";
import { SHARE_UNITS } from "@/lib/overview/units";
import { ok, refused, type Result } from "@/lib/result";
import { parseStoredScope } from "@/lib/scope/scope";
import { parseScopeParams, readAddress } from "@/lib/scope/scope-params";
import type { KeyHolder } from "@/lib/server/gate";
import { choosePass } from "./choose-pass";
import { type EvidenceRows, loadEvidence } from "./load-evidence";

const Unit = z.enum(SHARE_UNITS).optional();

/** The viable shares for a program: in the scope, the unit and the pass of its address. */
export async function answerAudit(
  { workspaceId, workspace }: Pick<KeyHolder, "workspaceId" | "workspace">,
  request: Request,
): Promise<Result<AuditAnswer>> {
  const asked = readAddress(request.url);
  const unit = Unit.safeParse(asked.unit?.[0]);
  if (!unit.success) return refused("invalid", `unit is one of ${SHARE_UNITS.join(", ")}.`);
  const scope = parseScopeParams(asked);
  if (!scope.ok) return scope;
  const pass = await choosePass(workspaceId, asked.rater);
  if (!pass.ok) return pass;
  const within = scope.value ?? parseStoredScope(workspace.scope);
  const { evidence, rows } = await loadEvidence(workspaceId, within, SEE_ALL, pass.value);
  const audit = assembleAudit(evidence, workspace, AuditParams.parse({ unit: unit.data }));
  return ok(
    toAuditAnswer(audit, evidence, {
      workspace: workspace.slug,
      asOf: newestOf(rows),
      draws: rows.draws.map(({ number, seed, frameHash, createdAt }) => ({
        number,
        seed,
        frame_sha256: frameHash,
        made_at: new Date(createdAt).toISOString(),
      })),
      settings: workspace,
      units: unitsOf(unit.data),
    }),
  );
}

/** When the newest of what people did came; the clock has no say. */
function newestOf({ labels, draws, codebooks }: EvidenceRows): string | null {
  const times = [...labels, ...draws, ...codebooks].map(({ createdAt }) => Date.parse(createdAt));
  return times.length === 0
    ? null
    : new Date(times.reduce((newest, time) => Math.max(newest, time), 0)).toISOString();
}
