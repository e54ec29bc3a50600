import { randomUUID } from "node:crypto";
import { writeAudit } from "@/db/commands/write-audit";
import { writePriceOverride } from "@/db/commands/write-price-override";
import type { RowId } from "@/lib/ids";
import { PriceInput } from "@/lib/pricing/price-input";
import { ok, refused, type Result } from "@/lib/result";
import { getDatabase } from "@/lib/server/database";
import { mayAct, type Membership } from "@/lib/server/gate";

/** Adds a price of the workspace's own: every computed cost follows it from the next reading on. */
export async function addPrice(
  member: Pick<Membership, "workspaceId" | "role" | "actor">,
  input: unknown,
): Promise<Result<{ id: RowId; model: string }>> {
  const { workspaceId, role, actor } = member;
  if (!mayAct(role, "admin")) {
    return refused("forbidden", `Giving a price needs the role admin; yours is ${role}.`);
  }
  const parsed = PriceInput.safeParse(input);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ message }) => message);
    return refused("invalid", `${[...new Set(problems)].join(". ")}.`);
  }
  const id = randomUUID();
  await getDatabase().transaction(async (tx) => {
    const price = { id, ...parsed.data, createdBy: actor };
    const { replaced } = await writePriceOverride(tx, workspaceId, price);
    const detail = { ...parsed.data, replaced };
    await writeAudit(tx, workspaceId, { actor, action: "price.add", subject: id, detail });
  });
  return ok({ id, model: parsed.data.model });
}
