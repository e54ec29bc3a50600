import type { RowId } from "@/lib/ids";
import type { OwnLabel } from "./label-row";

/** A label of a call as it stands, for whoever may see it. */
export type CallLabel = Omit<OwnLabel, "alike"> & {
  rater: string;
  raterKind: "member" | "external" | "reference" | "machine";
  origin: "hand" | "propagated" | "imported" | "reference" | "machine";
  /** It came after its slot had been filled by another. */
  extra: boolean;
  isOwn: boolean;
  /** For a propagated label: the call that was labelled by hand. */
  fromCallId: RowId | null;
  createdAt: string;
};

/** The labels of a call as far as a reader may see them. */
export type CallLabels = {
  labels: CallLabel[];
  /** Slots of the call, and of calls asked alike, that nobody has filled: others' labels wait for them. */
  unfilled: number;
  /** Whether the reader sees others' labels before all are in, as one who settles disagreements. */
  early: boolean;
};
