import type { PartKey } from "@/components/charts/share-row";
import { VERDICT_APPEARANCE } from "@/components/ui/verdict-appearance";

/** The id of the pattern that marks what nobody labelled yet. */
export const HATCH_ID = "assay-hatch";

/** How each part of a bar is drawn and named. */
export const PART_APPEARANCE: Record<PartKey, { word: string; fill: string; edge: string }> = {
  viable: VERDICT_APPEARANCE.viable,
  noModelNeeded: VERDICT_APPEARANCE.no_model_needed,
  unsure: VERDICT_APPEARANCE.unsure,
  notViable: VERDICT_APPEARANCE.not_viable,
  unlabelled: { word: "not labelled", fill: `url(#${HATCH_ID})`, edge: "var(--hatch)" },
};
