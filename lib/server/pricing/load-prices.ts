import {
  listPriceOverrides,
  type PriceOverrideRow,
} from "@/db/queries/pricing/list-price-overrides";
import { listTotalBuckets } from "@/db/queries/overview/list-total-buckets";
import { listPricesUsed, type UsedPrice } from "@/lib/pricing/list-prices-used";
import { PRICE_BOOK } from "@/lib/pricing/price-row";
import type { Slm } from "@/lib/pricing/slm";
import { SLM_CATALOGUE } from "@/lib/pricing/slm-catalogue";
import { WHOLE_SCOPE } from "@/lib/scope/scope";
import { getDatabase } from "@/lib/server/database";
import { mayAct, requireMember } from "@/lib/server/gate";

export interface PricesView {
  readonly slug: string;
  /** Whether this person may give and retire prices. */
  readonly mayChange: boolean;
  readonly overrides: readonly PriceOverrideRow[];
  /** What the calls of this workspace are priced with. */
  readonly used: readonly UsedPrice[];
  /** Models of today that have no price, with their calls. */
  readonly unpriced: readonly { readonly model: string; readonly calls: number }[];
  readonly book: typeof PRICE_BOOK;
  readonly catalogue: readonly Slm[];
}

/** The price book as this workspace uses it: its own prices, those used, and the small models. */
export async function loadPrices(slug: string): Promise<PricesView> {
  const { workspaceId, workspace, role } = await requireMember(slug);
  const db = getDatabase();
  const [overrides, buckets] = await Promise.all([
    listPriceOverrides(db, workspaceId),
    listTotalBuckets(db, workspaceId, { scope: WHOLE_SCOPE, rules: [] }),
  ]);
  const live = overrides.filter(({ retiredAt }) => retiredAt === null);
  const used = listPricesUsed(buckets, live);
  const priced = new Set(used.map(({ model }) => model));
  const unpriced = new Map<string, number>();
  for (const { model, calls } of buckets) {
    if (model === null || priced.has(model)) continue;
    unpriced.set(model, (unpriced.get(model) ?? 0) + calls);
  }
  return {
    slug: workspace.slug,
    mayChange: mayAct(role, "admin"),
    overrides,
    used,
    unpriced: [...unpriced].map(([model, calls]) => ({ model, calls })),
    book: PRICE_BOOK,
    catalogue: SLM_CATALOGUE,
  };
}
