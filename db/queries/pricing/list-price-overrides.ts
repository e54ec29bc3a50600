import { and, asc, desc, eq, isNull } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { priceOverrides, users } from "@/db/schema";
import type { WorkspaceId } from "@/lib/ids";
import type { PriceOverride } from "@/lib/pricing/price-override";

const PRICE = {
  id: priceOverrides.id,
  provider: priceOverrides.provider,
  model: priceOverrides.model,
  inputUsd: priceOverrides.inputUsd,
  cachedInputUsd: priceOverrides.cachedInputUsd,
  cacheWriteUsd: priceOverrides.cacheWriteUsd,
  outputUsd: priceOverrides.outputUsd,
  validFrom: priceOverrides.validFrom,
  note: priceOverrides.note,
};

/** The own prices of a workspace that are in use, in a fixed order. */
export function listLivePrices(
  executor: Executor,
  workspaceId: WorkspaceId,
): Promise<PriceOverride[]> {
  return executor
    .select(PRICE)
    .from(priceOverrides)
    .where(and(eq(priceOverrides.workspaceId, workspaceId), isNull(priceOverrides.retiredAt)))
    .orderBy(asc(priceOverrides.model), asc(priceOverrides.id));
}

/** An own price, and what became of it. */
export type PriceOverrideRow = PriceOverride & {
  /** Who gave it; null when their account is gone. */
  readonly madeBy: string | null;
  readonly createdAt: string;
  /** Null while it holds. */
  readonly retiredAt: string | null;
};

/** All own prices of a workspace: those in use first, then by model, the newest first. */
export function listPriceOverrides(
  executor: Executor,
  workspaceId: WorkspaceId,
): Promise<PriceOverrideRow[]> {
  return executor
    .select({
      ...PRICE,
      madeBy: users.name,
      createdAt: priceOverrides.createdAt,
      retiredAt: priceOverrides.retiredAt,
    })
    .from(priceOverrides)
    .leftJoin(users, eq(users.id, priceOverrides.createdBy))
    .where(eq(priceOverrides.workspaceId, workspaceId))
    .orderBy(
      desc(priceOverrides.retiredAt),
      asc(priceOverrides.model),
      desc(priceOverrides.createdAt),
      asc(priceOverrides.id),
    );
}
