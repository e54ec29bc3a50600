import type { ShareRow } from "@/components/charts/share-row";
import { formatCount } from "@/lib/display/count";
import { formatMoney } from "@/lib/display/money";
import type { Audit, ClusterAudit } from "@/lib/overview/audit";

const NO_PARTS = { viable: 0, noModelNeeded: 0, unsure: 0, notViable: 0, unlabelled: 0 };

/** The clusters as bars: as long as their spend, or as their calls when no spend is known. */
export function toShareRows(
  { clusters, usage }: Pick<Audit, "clusters" | "usage">,
  base: string,
  /** Of the scope, with its question mark, for the links. */
  query = "",
): { weightName: string; rows: ShareRow[] } {
  const bySpend = (usage.cost.costUsd ?? 0) > 0;
  return {
    weightName: bySpend ? "spend" : "calls",
    rows: clusters.map((cluster) =>
      toRow(cluster, bySpend, `${base}/clusters/${cluster.id}${query}`),
    ),
  };
}

function toRow(cluster: ClusterAudit, bySpend: boolean, href: string): ShareRow {
  const { id, name, usage, evidence, next } = cluster;
  const share = evidence?.share;
  const { costUsd } = usage.cost;
  return {
    id,
    label: name,
    href,
    weight: bySpend ? (costUsd ?? 0) : usage.calls,
    weightText: bySpend ? formatMoney(costUsd) : formatCount(usage.calls),
    parts: share ? share.counts : NO_PARTS,
    share:
      share && share.value !== null
        ? {
            value: share.value,
            low: share.interval?.low ?? null,
            high: share.interval?.high ?? null,
          }
        : null,
    n: share?.n ?? 0,
    note: next.text,
  };
}
