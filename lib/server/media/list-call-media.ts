import { listKeptMedia } from "@/db/queries/media/get-media";
import { listMediaMessages } from "@/db/queries/media/list-media-messages";
import type { CallMedia } from "@/lib/calls/call-media";
import { mediaIn } from "@/lib/curation/media-in";
import type { RowId, WorkspaceId } from "@/lib/ids";
import { getDatabase } from "@/lib/server/database";

type Told = { requestNodeId: RowId | null; responseNodeId: RowId | null; modality: string | null };

/** The images, audio and files of a call's messages and answer; a call of text is not looked into. */
export async function listCallMedia(workspaceId: WorkspaceId, call: Told): Promise<CallMedia[]> {
  const leaf = call.responseNodeId ?? call.requestNodeId;
  if (leaf === null || call.modality === null || call.modality === "text") return [];
  const bodies = await listMediaMessages(getDatabase(), workspaceId, leaf);
  const found = mediaIn(bodies.map((body) => JSON.parse(body)));
  const ids = found.map(({ digest }) => digest);
  const kept = await listKeptMedia(getDatabase(), workspaceId, ids);
  return found.map(({ digest, type, media_type, bytes }) => ({
    digest,
    medium: type,
    mediaType: media_type,
    bytes,
    kept: kept.has(digest),
  }));
}
