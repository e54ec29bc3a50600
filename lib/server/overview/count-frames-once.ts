import { createHash } from "node:crypto";
import type { Transaction } from "@/db/client";
import { countScopedFrames } from "@/db/queries/overview/count-scoped-frames";
import type { WorkspaceId } from "@/lib/ids";
import type { Scoping } from "@/lib/scope/scope-summary";
import type { StratumFrame } from "@/lib/statistics/share-item";

/** What was counted, by all that it depends on. Another process counts for itself. */
const remembered = new Map<string, readonly StratumFrame[]>();
const MOST_REMEMBERED = 200;

/**
 * The sizes of the strata within a scope, counted once for as long as nothing moves. A frame is
 * frozen; what may still move is its calls, between kinds, days and environments or out by deletion,
 * and no call moves without the kept totals of the same transaction.
 *
 * @param seen the draws with their strata, and the kept totals, all of this moment
 */
export async function countFramesOnce(
  tx: Transaction,
  workspaceId: WorkspaceId,
  scoping: Scoping,
  seen: {
    readonly draws: readonly unknown[];
    readonly strata: readonly unknown[];
    readonly buckets: readonly unknown[];
    readonly allKinds: readonly unknown[];
  },
): Promise<readonly StratumFrame[]> {
  const key = createHash("sha256")
    .update(JSON.stringify([workspaceId, scoping, seen]))
    .digest("base64");
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const sizes = await countScopedFrames(tx, workspaceId, scoping, seen.draws.length);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(key, sizes);
  return sizes;
}
