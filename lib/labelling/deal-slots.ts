import type { RowId } from "@/lib/ids";

/** One place for one rater's label of an item; slots count from 1. */
export type Slot = {
  itemId: RowId;
  slot: number;
  /** The rater whom it is kept for; null is open to all. */
  keptFor: RowId | null;
};

/**
 * The slots of items, dealt to raters in turn so that each gets as many as the next, give or take
 * one. No rater gets two slots of one item: where an item wants more labels than there are raters,
 * the rest are open to all.
 *
 * @param raters whom the slots are kept for; null or none leaves all of them open
 */
export function dealSlots(
  items: readonly { itemId: RowId; slots: number }[],
  raters: readonly RowId[] | null,
): Slot[] {
  const hands = raters ?? [];
  let turn = 0;
  return items.flatMap(({ itemId, slots }) =>
    Array.from({ length: slots }, (_, index) => {
      const keptFor = index < hands.length ? (hands[turn++ % hands.length] ?? null) : null;
      return { itemId, slot: index + 1, keptFor };
    }),
  );
}
