import type { Share } from "@/lib/statistics/share-result";
import { computeShare } from "@/lib/statistics/share";
import { type ShareUnit, totalOf } from "@/lib/statistics/share-item";
import { stratumOf } from "@/lib/labelling/stratum";
import type { Evidence } from "./evidence";
import { listItems } from "./shares";

/** One stratum of the sample, as it enters the overall share. */
export interface StratumPart {
  readonly id: string;
  readonly name: string;
  /** Its part of the known total of all strata that carry a label, 0..1; null when it does not enter. */
  readonly weight: number | null;
  readonly share: Share;
}

/** The strata behind the overall share, the heaviest first. */
export function listStratumParts(
  { clusters, sample, labelled }: Pick<Evidence, "clusters" | "sample" | "labelled">,
  unit: Exclude<ShareUnit, "call types">,
): StratumPart[] {
  const names = new Map(clusters.map(({ id, name }) => [id, name]));
  const items = listItems(sample, labelled, "clusterId");
  const parts = sample.strata.map((frame) => {
    const own = items.filter(({ stratum }) => stratum === frame.id);
    const share = computeShare(own, [frame], { unit });
    const total = share.value === null ? null : totalOf(frame, unit);
    return { id: frame.id, name: nameOf(frame.id, names), total, share };
  });
  const whole = parts.reduce((sum, { total }) => sum + (total ?? 0), 0);
  return parts
    .map(({ total, ...part }) => ({
      ...part,
      weight: total === null || whole === 0 ? null : total / whole,
    }))
    .toSorted((a, b) => (b.weight ?? -1) - (a.weight ?? -1));
}

/** What an extension of the frame added is told apart by its number. */
function nameOf(stratum: string, names: ReadonlyMap<string, string>): string {
  const { clusterId, part } = stratumOf(stratum);
  const name = names.get(clusterId) ?? "a cluster of before";
  return part === 1 ? name : `${name} (part ${part})`;
}
