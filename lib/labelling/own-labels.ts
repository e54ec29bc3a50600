import type { RowId } from "@/lib/ids";
import type { OwnLabel } from "./label-row";

/** A label of one's own as it stands, with what tells its call apart. */
export type ListedOwnLabel = OwnLabel & {
  itemId: RowId;
  callId: RowId;
  cluster: string;
  preview: string | null;
  /** It came after its slot had been filled by another. */
  extra: boolean;
  /** How many rows came before this one, undone ones included. */
  earlier: number;
  createdAt: string;
};

export type OwnLabels = {
  /** Null when the workspace has no such draw. */
  draw: number | null;
  labels: ListedOwnLabel[];
  /** All that stand in the draw; more than are listed, perhaps. */
  count: number;
};
