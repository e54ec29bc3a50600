import { and, eq, isNull, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { priceOverrides } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";

type NewPrice = Omit<typeof priceOverrides.$inferInsert, "workspaceId" | "createdAt" | "retiredAt">;

/** Writes an own price; one of the same model, provider and first day that holds is retired by it. */
export async function writePriceOverride(
  executor: Executor,
  workspaceId: WorkspaceId,
  price: NewPrice,
): Promise<{ replaced: RowId[] }> {
  const same = [
    eq(priceOverrides.workspaceId, workspaceId),
    sql`lower(${priceOverrides.model}) = lower(${price.model})`,
    sql`lower(${priceOverrides.provider}) IS NOT DISTINCT FROM lower(${price.provider ?? null}::text)`,
    sql`${priceOverrides.validFrom} IS NOT DISTINCT FROM ${price.validFrom ?? null}::date`,
    isNull(priceOverrides.retiredAt),
  ];
  const replaced = await executor
    .update(priceOverrides)
    .set({ retiredAt: sql`now()` })
    .where(and(...same))
    .returning({ id: priceOverrides.id });
  await executor.insert(priceOverrides).values({ ...price, workspaceId });
  return { replaced: replaced.map(({ id }) => id) };
}

/**
 * Retires an own price: nothing is priced by it any more, and the list keeps that it was.
 *
 * @returns its model; null when there is no such price, or it is retired already
 */
export async function retirePriceOverride(
  executor: Executor,
  workspaceId: WorkspaceId,
  id: RowId,
): Promise<string | null> {
  const [row] = await executor
    .update(priceOverrides)
    .set({ retiredAt: sql`now()` })
    .where(
      and(
        eq(priceOverrides.workspaceId, workspaceId),
        eq(priceOverrides.id, id),
        isNull(priceOverrides.retiredAt),
      ),
    )
    .returning({ model: priceOverrides.model });
  return row?.model ?? null;
}
