import { SEE_ALL } from "@/lib/labelling/blind";
import type { Transaction } from "@/db/client";
import { lockDraw, updateDraw } from "@/db/commands/extend-draw";
import { lockDeletion } from "@/db/commands/lock-deletion";
import { writeAssignments } from "@/db/commands/write-assignments";
import { writeAudit } from "@/db/commands/write-audit";
import { type DrawRows, writeDrawRows } from "@/db/commands/write-draw";
import { getDraw } from "@/db/queries/labelling/get-draw";
import { listStrataOfDraw } from "@/db/queries/labelling/list-draw-parts";
import { listHumanFacingRules } from "@/db/queries/scope/list-human-facing-rules";
import type { WorkspaceId } from "@/lib/ids";
import { dealSlots } from "@/lib/labelling/deal-slots";
import { ExtendInput } from "@/lib/labelling/extend-input";
import { ok, refused, type Result } from "@/lib/result";
import { parseStoredScope } from "@/lib/scope/scope";
import { getDatabase } from "@/lib/server/database";
import { mayAct, type Membership } from "@/lib/server/gate";
import { extendFrame } from "./extend-frame";
import { raiseDraw } from "./raise-draw";
import { readVerdictCounts } from "./read-verdict-counts";
import { stepsOf } from "./steps-of-draw";

export type ExtendedDraw = { number: number; items: number; frameCalls: number };

/**
 * Extends a draw: more calls of its frame, or calls that came since. The items that it has stay, with
 * their labels and their place in the queue.
 */
export async function extendDraw(
  member: Pick<Membership, "workspaceId" | "role" | "actor">,
  input: unknown,
): Promise<Result<ExtendedDraw>> {
  const { workspaceId, role, actor } = member;
  if (!mayAct(role, "admin")) {
    return refused("forbidden", `Drawing calls needs the role admin; yours is ${role}.`);
  }
  const parsed = ExtendInput.safeParse(input);
  if (!parsed.success) {
    return refused("invalid", parsed.error.issues.map((issue) => issue.message).join(". "));
  }
  return getDatabase().transaction((tx) => extend(tx, workspaceId, actor, parsed.data));
}

async function extend(
  tx: Transaction,
  workspaceId: WorkspaceId,
  actor: string,
  input: ExtendInput,
): Promise<Result<ExtendedDraw>> {
  await lockDeletion(tx, workspaceId, "shared");
  const id = await lockDraw(tx, workspaceId, input.draw);
  const draw = id && (await getDraw(tx, workspaceId, { id }));
  if (!draw) return refused("not_found", "There is no such draw.");
  const rules = await listHumanFacingRules(tx, workspaceId);
  const scoping = { scope: parseStoredScope(draw.scope), rules };
  const verdicts = await readVerdictCounts(tx, workspaceId, scoping, SEE_ALL);
  const added =
    input.kind === "raise"
      ? await raiseDraw(tx, workspaceId, draw, { more: input.more, verdicts })
      : await extendFrame(tx, workspaceId, draw, { ...input, scoping, verdicts });
  if (!added.ok) return added;
  const { step, rows, frameHash, frameCalls } = added.value;
  const before = stepsOf(draw, await listStrataOfDraw(tx, workspaceId, draw.id));
  await writeDrawRows(tx, workspaceId, draw.id, rows);
  await writeAssignments(tx, workspaceId, draw.id, dealItems(rows, draw.assignedTo));
  const at = new Date().toISOString();
  await updateDraw(tx, workspaceId, draw.id, {
    steps: [...before, { ...step, kind: input.kind, at, by: actor }],
    parts: step.part ?? draw.parts,
    frameCalls,
    frameHash,
  });
  const made = { number: draw.number, items: rows.items.length, frameCalls };
  const detail = { kind: input.kind, ...made };
  await writeAudit(tx, workspaceId, { actor, action: "draw.extend", subject: draw.id, detail });
  return ok(made);
}

const dealItems = ({ items }: DrawRows, raters: string[] | null) =>
  dealSlots(
    items.map((item) => ({ itemId: item.id, slots: item.slots ?? 1 })),
    raters,
  );
