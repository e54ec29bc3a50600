import type { Verdict } from "@/lib/labelling/verdict";
import type { Interval } from "./interval";
import type { ShareItem, ShareUnit } from "./share-item";

/** How an interval was made; `none` means that there is none, and `why` says so. */
export type ShareMethod = "wilson" | "stratified" | "bootstrap over traces" | "census" | "none";

/** Numbers of items (calls drawn), never weighted. */
export interface ShareCounts {
  readonly viable: number;
  readonly noModelNeeded: number;
  readonly unsure: number;
  readonly notViable: number;
  readonly unlabelled: number;
}

/** The viable share with everything that it must never be shown without. */
export interface Share {
  readonly unit: ShareUnit;
  /** (viable + no model needed) over all settled and unsure, 0..1; null when nothing is labelled. */
  readonly value: number | null;
  /** 95 %, two-sided. */
  readonly interval: Interval | null;
  readonly method: ShareMethod;
  /** Why there is no interval, or what one must know to read it; null when there is nothing to say. */
  readonly why: string | null;
  /** Settled and unsure items behind the value. */
  readonly n: number;
  /** Distinct traces among them; an item without a trace counts as one. */
  readonly traces: number;
  readonly counts: ShareCounts;
  /** Estimated shares of each verdict in the unit, adding up to 1; null when nothing is labelled. */
  readonly portions: Readonly<Record<Verdict, number>> | null;
  /** The same share with unsure left out, counted against (this is `value`) and counted for. */
  readonly band: {
    readonly unsureLeftOut: number | null;
    readonly unsureAgainst: number | null;
    readonly unsureFor: number | null;
  };
  /** Calls in the frame. */
  readonly frameCalls: number;
  /** Calls in those strata of the frame that carry a label: what the value speaks of. */
  readonly coveredCalls: number;
}

/** Counts items by verdict. */
export function countVerdicts(items: readonly ShareItem[]): ShareCounts {
  const of = (verdict: Verdict | null) => items.filter((item) => item.verdict === verdict).length;
  return {
    viable: of("viable"),
    noModelNeeded: of("no_model_needed"),
    unsure: of("unsure"),
    notViable: of("not_viable"),
    unlabelled: of(null),
  };
}

/** Distinct traces; items without a trace count as one each. */
export function countTraces(items: readonly ShareItem[]): number {
  const known = new Set<string>();
  let alone = 0;
  for (const item of items) {
    if (item.trace === null) alone += 1;
    else known.add(item.trace);
  }
  return known.size + alone;
}

export type Portions = Readonly<Record<Verdict, number>>;

/** The value and its band from the estimated portions of each verdict. */
export function bandOf(portions: Portions | null): Share["band"] {
  if (portions === null) return { unsureLeftOut: null, unsureAgainst: null, unsureFor: null };
  const viable = within(portions.viable + portions.no_model_needed);
  const decided = viable + portions.not_viable;
  return {
    unsureLeftOut: decided > 0 ? within(viable / decided) : null,
    unsureAgainst: viable,
    unsureFor: within(viable + portions.unsure),
  };
}

/** The weighted mean of portions; null when nothing has weight. */
export function mixPortions(
  parts: readonly { readonly weight: number; readonly portions: Portions }[],
): Portions | null {
  const mixed = { viable: 0, no_model_needed: 0, unsure: 0, not_viable: 0 };
  const whole = parts.reduce((sum, part) => sum + part.weight, 0);
  if (!(whole > 0)) return null;
  for (const { weight, portions } of parts) {
    mixed.viable += weight * portions.viable;
    mixed.no_model_needed += weight * portions.no_model_needed;
    mixed.unsure += weight * portions.unsure;
    mixed.not_viable += weight * portions.not_viable;
  }
  return {
    viable: mixed.viable / whole,
    no_model_needed: mixed.no_model_needed / whole,
    unsure: mixed.unsure / whole,
    not_viable: mixed.not_viable / whole,
  };
}

/** The portions of one item: its verdict, whole. */
export function portionsOf(verdict: Verdict): Portions {
  const none = { viable: 0, no_model_needed: 0, unsure: 0, not_viable: 0 };
  return { ...none, [verdict]: 1 };
}

const within = (share: number): number => Math.min(1, Math.max(0, share));
