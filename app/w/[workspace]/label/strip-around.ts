import type { StripItem } from "@/components/label/item-strip";
import type { Entry } from "@/lib/labelling/session";

/** So many items are in the strip, most of them behind the shown one. */
const SHOWN = 10;
const BEHIND = 7;

/**
 * The entries around a place, always as many as there are to show: the strip keeps its width.
 *
 * @param before how many labelled items stand before the first entry
 */
export function stripAround(
  entries: readonly Entry[],
  cursor: number,
  before: number,
): StripItem[] {
  const last = Math.max(0, entries.length - SHOWN);
  const from = Math.min(Math.max(0, cursor - BEHIND), last);
  return entries.slice(from, from + SHOWN).map(({ item, own }, index) => ({
    itemId: item.itemId,
    number: before + from + index + 1,
    verdict: own?.verdict ?? null,
  }));
}
