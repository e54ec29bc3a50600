import type { RowId } from "@/lib/ids";
import { listCountingCodebooks } from "@/lib/overview/settle-calls";
import type { Codebook } from "./codebook";

export type CodebookChange = "first" | "wording" | "meaning";

/** A version of the codebook with what stands on it. */
export type CodebookVersion = {
  id: RowId;
  version: number;
  change: CodebookChange;
  /** Why it was changed, in a person's words; null for the first. */
  changeNote: string | null;
  createdAt: string;
  /** Who wrote it; null for somebody who has left. */
  author: string | null;
  /** Labels by hand that were given by it and still speak. */
  labels: number;
  /** All rows of labels that name it, taken back or not: with any it is frozen. */
  rows: number;
  /** Numbers of the draws that ask by it. */
  draws: number[];
  content: Codebook;
};

/**
 * How many labels would stop counting if what is saved next changed the meaning: those of the version that
 * it would follow, and of the earlier ones from which that differs in wording only. It follows the newest
 * version once labels use it, else the one before, because it takes the newest's place.
 *
 * @param versions the newest first
 */
export function countSetAside(versions: readonly CodebookVersion[]): number {
  const [newest, ...older] = versions;
  const before = newest !== undefined && newest.rows === 0 ? older : versions;
  const counting = new Set(listCountingCodebooks(before).map(({ id }) => id));
  return before.reduce((sum, { id, labels }) => (counting.has(id) ? sum + labels : sum), 0);
}
