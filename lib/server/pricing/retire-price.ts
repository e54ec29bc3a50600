import { z } from "zod";
import { writeAudit } from "@/db/commands/write-audit";
import { retirePriceOverride } from "@/db/commands/write-price-override";
import { ok, refused, type Result } from "@/lib/result";
import { getDatabase } from "@/lib/server/database";
import { mayAct, type Membership } from "@/lib/server/gate";

/** Retires an own price: its calls cost what the list says again, or what another own price does. */
export async function retirePrice(
  member: Pick<Membership, "workspaceId" | "role" | "actor">,
  priceId: unknown,
): Promise<Result<{ model: string }>> {
  const { workspaceId, role, actor } = member;
  if (!mayAct(role, "admin")) {
    return refused("forbidden", `Retiring a price needs the role admin; yours is ${role}.`);
  }
  const id = z.uuid().safeParse(priceId);
  if (!id.success) return refused("invalid", "This is no id of a price.");
  return getDatabase().transaction(async (tx) => {
    const model = await retirePriceOverride(tx, workspaceId, id.data);
    if (model === null) return refused("not_found", "There is no such price, or it is retired.");
    const action = "price.retire";
    await writeAudit(tx, workspaceId, { actor, action, subject: id.data, detail: { model } });
    return ok({ model });
  });
}
