import type { RowId } from "@/lib/ids";
import {
  currentLabels,
  type LabelOrigin,
  settleItem,
  type Settlement,
} from "@/lib/labelling/consensus";
import type { Verdict } from "@/lib/labelling/verdict";
import { groupBy } from "./group-by";

/** A version of the codebook, as far as counting labels goes. */
export interface CodebookVersion {
  readonly id: RowId;
  readonly version: number;
  readonly change: "first" | "wording" | "meaning";
}

/** A row of the list of labels, and where its call lies now. */
export interface StoredLabel {
  readonly id: RowId;
  readonly callId: RowId;
  readonly raterId: RowId;
  readonly codebookId: RowId;
  readonly origin: LabelOrigin;
  /** Null only on a retraction. */
  readonly verdict: Verdict | null;
  readonly supersedes: RowId | null;
  readonly retracted: boolean;
  readonly clusterId: RowId;
  readonly routeKey: string;
}

/** A call that somebody labelled, and what its labels come to. */
export interface LabelledCall extends Settlement {
  readonly callId: RowId;
  readonly clusterId: RowId;
  readonly routeKey: string;
  readonly raterIds: readonly RowId[];
  /** Current hand labels. */
  readonly labels: number;
  /** What each of them says. */
  readonly verdicts: readonly Verdict[];
}

/** The newest version, and those before it whose change was of the wording only. */
export function listCountingCodebooks(versions: readonly CodebookVersion[]): CodebookVersion[] {
  const newestFirst = versions.toSorted((a, b) => b.version - a.version);
  const last = newestFirst.findIndex(({ change }) => change !== "wording");
  return newestFirst.slice(0, last === -1 ? newestFirst.length : last + 1);
}

/**
 * What each labelled call counts as; calls without a counting hand label are left out.
 *
 * @param rater the labels of this one alone are read (a pass); null reads those of all
 */
export function settleCalls(
  rows: readonly StoredLabel[],
  versions: readonly CodebookVersion[],
  rater: RowId | null = null,
): LabelledCall[] {
  const counting = new Set(listCountingCodebooks(versions).map(({ id }) => id));
  const read = rater === null ? rows : rows.filter(({ raterId }) => raterId === rater);
  const current = currentLabels(read).filter(({ codebookId }) => counting.has(codebookId));
  const byCall = groupBy(current, ({ callId }) => callId);
  return [...byCall].flatMap(([callId, own]) => {
    const spoken = own.flatMap((row) =>
      row.verdict === null ? [] : [{ ...row, verdict: row.verdict, rater: row.raterId }],
    );
    const settled = settleItem(spoken);
    const [first] = own;
    if (settled.verdict === null || first === undefined) return [];
    const hand = spoken.filter(({ origin }) => origin === "hand");
    const raterIds = [...new Set(hand.map(({ raterId }) => raterId))].toSorted();
    const { clusterId, routeKey } = first;
    const verdicts = hand.map(({ verdict }) => verdict);
    const said = { raterIds, labels: hand.length, verdicts };
    return [{ callId, clusterId, routeKey, ...said, ...settled }];
  });
}
