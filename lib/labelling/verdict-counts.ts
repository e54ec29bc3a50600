import type { RowId } from "@/lib/ids";
import { groupBy } from "@/lib/overview/group-by";
import type { LabelledCall } from "@/lib/overview/settle-calls";

/** What the labels of a cluster have come to so far; unsure counts as not viable. */
export type VerdictCounts = { viable: number; settled: number };

/** By cluster as it is now; a cluster without a counting label is not in it. */
export function countVerdicts(labelled: readonly LabelledCall[]): Map<RowId, VerdictCounts> {
  const counts = [...groupBy(labelled, ({ clusterId }) => clusterId)].map(
    ([clusterId, own]) =>
      [
        clusterId,
        {
          viable: own.filter(({ verdict }) => verdict === "viable" || verdict === "no_model_needed")
            .length,
          settled: own.length,
        },
      ] as const,
  );
  return new Map(counts);
}
