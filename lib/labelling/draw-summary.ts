import type { RowId } from "@/lib/ids";
import type { Allocation } from "./allocate";

/** A draw as the list of draws shows it. */
export type DrawSummary = {
  id: RowId;
  number: number;
  seed: string;
  createdAt: string;
  /** What its frame was taken from, in words. */
  scope: string;
  frameCalls: number;
  /** SHA-256 of the sorted ids of the frame. */
  frameHash: string;
  allocation: Allocation;
  perCluster: number;
  /** Calls wanted in all; null where each cluster gives the same. */
  wanted: number | null;
  maxPerTrace: number | null;
  collapseAlike: boolean;
  /** How many times its frame was closed. */
  parts: number;
  codebookVersion: number;
  /** Whether the newest codebook differs from its own in wording only; null when it is its own. */
  wordingOnly: boolean | null;
  items: number;
  /** Places for one rater's label each, and how many of them are filled. */
  slots: number;
  filled: number;
  /** How many items each rater has labelled: how far people are, not what they said. */
  coverage: { rater: string; labelled: number }[];
};
