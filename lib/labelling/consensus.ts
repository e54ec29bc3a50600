import type { Verdict } from "./verdict";

/** Where a label comes from. Only `hand` and `adjudication` settle an item. */
export type LabelOrigin =
  | "hand"
  | "propagated"
  | "imported"
  | "reference"
  | "machine"
  | "adjudication";

/** A row of the append-only list of labels, with what settling needs of it. */
export interface LabelFacts {
  readonly id: string;
  readonly item: string;
  readonly rater: string;
  readonly origin: LabelOrigin;
  /** Null on a retraction. */
  readonly verdict: Verdict | null;
  /** The row that this one replaces or takes back; null for a first word. */
  readonly supersedes: string | null;
  /** True for an undo: it removes what it supersedes and says nothing itself. */
  readonly retracted: boolean;
  /** True for the verdict that settles a disagreement. */
  readonly adjudicated?: boolean;
}

/** How an item's labels stand together. */
export interface Settlement {
  /** What the item counts as; unsettled counts as `unsure`; null without any counting label. */
  readonly verdict: Verdict | null;
  readonly state: "adjudicated" | "agreed" | "unsettled" | "unlabelled";
  /** Distinct raters among the hand labels. */
  readonly raters: number;
}

/**
 * The rows that still speak: neither superseded by another row, nor taken back, nor an undo
 * themselves. The order and the repetition of rows do not matter; the result is ordered by id.
 */
export function currentLabels<Row extends Pick<LabelFacts, "id" | "supersedes" | "retracted">>(
  rows: readonly Row[],
): Row[] {
  const superseded = new Set(rows.map((row) => row.supersedes));
  const byId = new Map<string, Row>();
  for (const row of rows) {
    if (!row.retracted && !superseded.has(row.id) && !byId.has(row.id)) byId.set(row.id, row);
  }
  return [...byId.values()].toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/**
 * The verdict of one item from its current labels (see {@link currentLabels}; those of codebook
 * versions that do not count left out by the caller): its adjudication; else the verdict on which all
 * hand labels agree; else unsettled, which counts as unsure. Propagated, imported, reference and
 * machine labels never settle an item.
 */
export function settleItem(
  labels: readonly Pick<LabelFacts, "rater" | "origin" | "verdict" | "adjudicated">[],
): Settlement {
  const said = labels.filter((label) => label.verdict !== null);
  const adjudications = said.filter(isAdjudication);
  const hand = said.filter((label) => label.origin === "hand" && !isAdjudication(label));
  const raters = new Set(hand.map(({ rater }) => rater)).size;
  const deciding = adjudications.length > 0 ? adjudications : hand;
  const [verdict, ...others] = new Set(deciding.map((label) => label.verdict));
  if (verdict === undefined || verdict === null)
    return { verdict: null, state: "unlabelled", raters };
  if (others.length > 0) return { verdict: "unsure", state: "unsettled", raters };
  return { verdict, state: adjudications.length > 0 ? "adjudicated" : "agreed", raters };
}

const isAdjudication = (label: Pick<LabelFacts, "origin" | "adjudicated">): boolean =>
  label.origin === "adjudication" || (label.origin === "hand" && label.adjudicated === true);
