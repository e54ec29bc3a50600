import type { RowId } from "@/lib/ids";
import { stratumKey, stratumOf } from "@/lib/labelling/stratum";
import type { StratumFrame } from "@/lib/statistics/share-item";
import type { Draw, DrawnItem, DrawStratum, FramePlace } from "./drawn-item";
import { groupBy } from "./group-by";

/** A call selected by at least one draw, once. */
export interface SampledCall extends Omit<DrawnItem, "drawId"> {
  /** The probability that any of the draws takes it. */
  readonly inclusionProbability: number;
  /** Whether a frontier model made it; null is unknown, absent is not asked yet. */
  readonly frontier?: boolean | null;
}

export interface Sample {
  readonly calls: readonly SampledCall[];
  readonly strata: readonly StratumFrame[];
}

/**
 * One sample of all draws. A call belongs to the stratum of the newest draw whose frame holds it, and
 * is included with 1 - product(1 - p) over the draws: a call that only one of them took could have
 * been taken by the others. Draws of one seed share its random numbers, so among them the largest
 * probability counts.
 *
 * @param places where every call stands in the frames; not needed for a single draw
 */
export function combineDraws(
  draws: readonly Draw[],
  items: readonly DrawnItem[],
  strata: readonly DrawStratum[],
  places: readonly FramePlace[],
): Sample {
  const newestFirst = draws.toSorted((a, b) => b.number - a.number);
  const frames = newestFrames(newestFirst, strata);
  if (draws.length < 2) return { calls: items, strata: frames };
  const chances = new Chances(newestFirst, items, places);
  const standing = standingAmong(frames);
  const byCall = groupBy(items, ({ callId }) => callId);
  const calls = [...byCall].flatMap(([callId, own]) => {
    const place = chances.newestPlace(callId);
    const item = own.find(({ drawId }) => drawId === place?.drawId) ?? own[0];
    // one that a near-duplicate stands for in the newest frame would count its group twice
    if (item === undefined || place?.multiplicity === 0) return [];
    const { stratum, multiplicity } = place ?? item;
    return [
      {
        ...item,
        stratum: standing(stratum),
        multiplicity,
        inclusionProbability: chances.ofAnyDraw(callId),
      },
    ];
  });
  return { calls, strata: frames };
}

/**
 * The stratum that one of an older frame stands in: a part of the frame of a cluster that was closed
 * anew goes with the new one.
 */
export function standingAmong(frames: readonly StratumFrame[]): (stratum: string) => string {
  const known = new Set(frames.map(({ id }) => id));
  return (stratum) =>
    known.has(stratum) ? stratum : stratumKey({ ...stratumOf(stratum), part: 1 });
}

/** Of each cluster the strata of the newest draw that has it, one for each part of its frame. */
function newestFrames(
  newestFirst: readonly Draw[],
  strata: readonly DrawStratum[],
): StratumFrame[] {
  const byCluster = new Map<RowId, readonly DrawStratum[]>();
  for (const { id } of newestFirst) {
    const own = groupBy(
      strata.filter(({ drawId }) => drawId === id),
      ({ clusterId }) => clusterId,
    );
    for (const [clusterId, parts] of own) {
      if (!byCluster.has(clusterId)) byCluster.set(clusterId, parts);
    }
  }
  const frames = [...byCluster.values()].flat().map(({ clusterId, part, drawId, ...totals }) => ({
    id: stratumKey({ clusterId, part }),
    ...totals,
  }));
  return frames.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

class Chances {
  private readonly stored = new Map<string, number>();
  private readonly places = new Map<string, FramePlace>();
  /** The share taken of what a stratum kept after thinning its traces. */
  private readonly rates = new Map<string, number>();

  constructor(
    private readonly newestFirst: readonly Draw[],
    items: readonly DrawnItem[],
    places: readonly FramePlace[],
  ) {
    for (const place of places) this.places.set(key(place.drawId, place.callId), place);
    for (const item of items) {
      const place = this.places.get(key(item.drawId, item.callId));
      this.stored.set(key(item.drawId, item.callId), item.inclusionProbability);
      const kept = this.keptWith(item.drawId, place);
      if (kept > 0)
        this.rates.set(key(item.drawId, item.stratum), item.inclusionProbability / kept);
    }
  }

  newestPlace(callId: RowId): FramePlace | undefined {
    for (const { id } of this.newestFirst) {
      const place = this.places.get(key(id, callId));
      if (place !== undefined) return place;
    }
    return undefined;
  }

  ofAnyDraw(callId: RowId): number {
    let missed = 1;
    for (const sameSeed of groupBy(this.newestFirst, ({ seed }) => seed).values()) {
      missed *= 1 - Math.max(...sameSeed.map(({ id }) => this.ofDraw(id, callId)));
    }
    return Math.min(1, 1 - missed);
  }

  private ofDraw(drawId: RowId, callId: RowId): number {
    const stored = this.stored.get(key(drawId, callId));
    if (stored !== undefined) return stored;
    const place = this.places.get(key(drawId, callId));
    if (place === undefined || place.multiplicity === 0) return 0;
    return this.keptWith(drawId, place) * (this.rates.get(key(drawId, place.stratum)) ?? 0);
  }

  /** The chance to be among the calls that a trace may give. */
  private keptWith(drawId: RowId, place: FramePlace | undefined): number {
    const most = this.newestFirst.find(({ id }) => id === drawId)?.maxPerTrace ?? null;
    if (place === undefined || most === null) return 1;
    return Math.min(most, place.ofTrace) / place.ofTrace;
  }
}

const key = (one: string, other: string): string => `${one} ${other}`;
