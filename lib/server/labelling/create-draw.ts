import { randomUUID } from "node:crypto";
import type { Transaction } from "@/db/client";
import { lockDeletion } from "@/db/commands/lock-deletion";
import { writeAssignments } from "@/db/commands/write-assignments";
import { writeAudit } from "@/db/commands/write-audit";
import { writeDraw } from "@/db/commands/write-draw";
import { countFrame } from "@/db/queries/labelling/count-frame";
import { listFrame } from "@/db/queries/labelling/list-frame";
import { listHumanFacingRules } from "@/db/queries/scope/list-human-facing-rules";
import { SEE_ALL } from "@/lib/labelling/blind";
import type { RowId, WorkspaceId } from "@/lib/ids";
import { dealSlots } from "@/lib/labelling/deal-slots";
import { DrawInput } from "@/lib/labelling/draw-input";
import { nothingToDraw } from "@/lib/labelling/frame-counts";
import { ok, refused, type Result } from "@/lib/result";
import { getDatabase } from "@/lib/server/database";
import { mayAct, type Membership } from "@/lib/server/gate";
import { chooseRaters } from "./choose-raters";
import { drawPart } from "./draw-part";
import { readVerdictCounts } from "./read-verdict-counts";

export type MadeDraw = { id: RowId; number: number; items: number; frameCalls: number };

/**
 * Draws calls to label: closes the frame, takes a stratified random sample of it, and stores both with
 * the slots that raters will fill.
 */
export async function createDraw(
  member: Pick<Membership, "workspaceId" | "role" | "actor">,
  input: unknown,
): Promise<Result<MadeDraw>> {
  const { workspaceId, role, actor } = member;
  if (!mayAct(role, "admin")) {
    return refused("forbidden", `Drawing calls needs the role admin; yours is ${role}.`);
  }
  const parsed = DrawInput.safeParse(input);
  if (!parsed.success) {
    return refused("invalid", parsed.error.issues.map((issue) => issue.message).join(". "));
  }
  return getDatabase().transaction((tx) => draw(tx, workspaceId, actor, parsed.data));
}

async function draw(
  tx: Transaction,
  workspaceId: WorkspaceId,
  actor: string,
  { assignedTo: people, scope, ...plan }: DrawInput,
): Promise<Result<MadeDraw>> {
  await lockDeletion(tx, workspaceId, "shared");
  const scoping = { scope, rules: await listHumanFacingRules(tx, workspaceId) };
  const calls = await listFrame(tx, workspaceId, scoping);
  if (calls.length === 0) {
    return refused("conflict", nothingToDraw(await countFrame(tx, workspaceId, scoping)));
  }
  const raters = people && (await chooseRaters(tx, workspaceId, people));
  if (raters && !raters.ok) return raters;
  const verdicts = await readVerdictCounts(tx, workspaceId, scoping, SEE_ALL);
  const { step, ...rows } = drawPart(calls, plan, verdicts, { part: 1, after: 0 });
  const id = randomUUID();
  const assignedTo = raters?.value ?? null;
  const at = new Date().toISOString();
  const { frameCalls, frameHash } = { frameCalls: calls.length, frameHash: step.frameHash ?? "" };
  const steps = [{ ...step, kind: "draw", at, by: actor }];
  const number = await writeDraw(tx, workspaceId, {
    draw: { ...plan, id, scope, frameHash, frameCalls, assignedTo, steps, createdBy: actor },
    ...rows,
  });
  const slots = rows.items.map((item) => ({ itemId: item.id, slots: item.slots ?? 1 }));
  await writeAssignments(tx, workspaceId, id, dealSlots(slots, assignedTo));
  const made = { id, number, items: rows.items.length, frameCalls };
  const { seed, allocation } = plan;
  const detail = { number, seed, allocation, items: made.items, frameCalls };
  await writeAudit(tx, workspaceId, { actor, action: "draw.create", subject: id, detail });
  return ok(made);
}
