import type { RowId } from "@/lib/ids";

/** A draw as the list of draws shows it. */
export type DrawSummary = {
  id: RowId;
  number: number;
  seed: string;
  createdAt: string;
  frameCalls: number;
  /** SHA-256 of the sorted ids of the frame. */
  frameHash: string;
  perCluster: number;
  maxPerTrace: number | null;
  clusters: number;
  items: number;
  /** How many items each rater has labelled: how far people are, not what they said. */
  coverage: { rater: string; labelled: number }[];
};
