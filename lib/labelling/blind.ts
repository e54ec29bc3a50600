import type { RowId } from "@/lib/ids";
import { mayAct, type Role } from "@/lib/workspaces/role";

/**
 * Whose labels a reader's shares and decisions are made from. Whoever may still be asked to label an
 * item reads their own labels alone: a share of a cluster is a hint on each call in it, and the shares
 * of two readings tell what lies between them.
 */
export type Sight =
  | { labels: "all" }
  | {
      labels: "own";
      /** Null when the reader has given no label yet. */
      raterId: RowId | null;
      /** Items that may still come to the reader. */
      left: number;
    };

/** For keys of the API, which admins make, and for jobs. */
export const SEE_ALL: Sight = { labels: "all" };

/**
 * Admins and owners settle disagreements, so they see all; the label screen is blind for them too.
 * Viewers are never asked. A reviewer sees all once nothing is left that could come to them.
 *
 * @param reader.left items with a slot that is not filled and that the reader could be given
 */
export function decideSight(reader: { role: Role; raterId: RowId | null; left: number }): Sight {
  const { role, raterId, left } = reader;
  const isAsked = mayAct(role, "reviewer") && !mayAct(role, "admin");
  return isAsked && left > 0 ? { labels: "own", raterId, left } : SEE_ALL;
}

/** Whether a reader sees each other person's label of a call before all that are wanted are in. */
export const isAdjudicator = (role: Role): boolean => mayAct(role, "admin");

/** Why something made from everybody's labels is not handed out. */
export const blindReason = (left: number): string =>
  `It is made from everybody’s labels, and ${left === 1 ? "one item" : `${left} items`} may still come to you: label or skip what is left first.`;
