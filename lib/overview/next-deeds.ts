import { formatCount, formatCounted } from "@/lib/display/count";
import { formatBar, formatEnd } from "@/lib/display/percent";
import type { Audit, ClusterAudit } from "./audit";

/** Something worth doing next. */
export interface Deed {
  readonly id: string;
  readonly text: string;
  /** Under the address of the workspace; null when there is nowhere to go. */
  readonly path: string | null;
}

/** A cluster that does at least so many things is worth a look before it is decided as a whole. */
const MANY_ACTS = 4;

/**
 * What to do next, the most useful first: draw, label, bring over the bar what is nearly there, settle,
 * look into what is mixed, review the routes.
 *
 * @param acts the number of different acts of each cluster
 */
export function listNextDeeds(
  { clusters, draws, waiting, labels, ready }: Audit,
  bar: number,
  acts: ReadonlyMap<string, number>,
): Deed[] {
  if (clusters.length === 0) return [];
  const deeds: Deed[] = [];
  if (draws === 0) deeds.push(deed("draw", "Draw calls to label", "/label/draw"));
  if (draws > 0 && waiting > 0) {
    const verb = waiting === 1 ? "has" : "have";
    const text = `${formatCounted(waiting, "drawn call")} ${verb} no label yet`;
    deeds.push(deed("label", text, "/label"));
  }
  deeds.push(...bringOverTheBar(clusters, bar));
  if (labels.unsettled > 0) {
    const verb = labels.unsettled === 1 ? "counts" : "count";
    const text = `${formatCounted(labels.unsettled, "call")} on which raters differ ${verb} as unsure`;
    deeds.push(deed("settle", text, null));
  }
  const mixed = clusters.find(
    ({ id, next }) => next.kind === "keep" && (acts.get(id) ?? 0) >= MANY_ACTS,
  );
  if (mixed !== undefined) {
    const text = `${mixed.name} does ${formatCount(acts.get(mixed.id))} different things: look into it`;
    deeds.push(deed("mixed", text, `/clusters/${mixed.id}`));
  }
  if (clusters.some(({ addressable }) => !addressable)) {
    deeds.push(
      deed("tag", "Tag your steps, so that a router can tell them apart", tagPath(clusters)),
    );
  }
  if (ready.routeKeys > 0) deeds.push(deed("routes", "Review the draft routes", "/routing"));
  return deeds;
}

function bringOverTheBar(clusters: readonly ClusterAudit[], bar: number): Deed[] {
  const [nearest] = clusters
    .flatMap(({ name, next: { labels, low } }) =>
      labels !== null && labels > 0 && low !== null && low < bar ? [{ name, labels, low }] : [],
    )
    .toSorted((a, b) => a.labels - b.labels);
  if (nearest === undefined) return [];
  const { name, labels, low } = nearest;
  const many = formatCounted(labels, "more viable label");
  const verb = labels === 1 ? "brings" : "bring";
  const where = `lower end ${formatEnd(low, "low", 1)} of ${formatBar(bar)}`;
  return [deed("bar", `${many} ${verb} ${name} over the bar (${where})`, "/label")];
}

const tagPath = (clusters: readonly ClusterAudit[]): string | null => {
  const untagged = clusters.find(({ addressable }) => !addressable);
  return untagged === undefined ? null : `/clusters/${untagged.id}`;
};

const deed = (id: string, text: string, path: string | null): Deed => ({ id, text, path });
