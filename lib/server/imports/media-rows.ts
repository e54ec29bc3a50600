import type { media } from "@/db/schema";
import type { Media } from "@/lib/curation/media";
import type { WorkspaceId } from "@/lib/ids";

/** Bytes that were taken out of messages, as they are stored. */
export function mediaRows(
  workspaceId: WorkspaceId,
  kept: readonly Media[],
): (typeof media.$inferInsert)[] {
  const distinct = new Map(kept.map((one) => [one.id, one]));
  return [...distinct.values()].map(({ id, mediaType, base64 }) => ({
    workspaceId,
    id,
    mediaType,
    bytes: Buffer.from(base64, "base64"),
  }));
}
