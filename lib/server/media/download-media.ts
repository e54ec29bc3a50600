import { z } from "zod";
import { getMedia } from "@/db/queries/media/get-media";
import type { WorkspaceId } from "@/lib/ids";
import { refused, type Result, ok } from "@/lib/result";
import { getDatabase } from "@/lib/server/database";

/** What a header may say of foreign bytes: a type and a subtype, nothing more. */
const MEDIA_TYPE = /^(?:image|audio|video|application|text)\/[\w.+-]{1,80}$/u;

const NOT_KEPT =
  "Of this only type, size and digest are kept. An admin can have bytes kept from now on, in Settings, Redaction.";

/** Stored bytes as a download that no browser shows or runs as a page of ours. */
export async function downloadMedia(
  workspaceId: WorkspaceId,
  digest: string,
): Promise<Result<Response>> {
  const found = z.guid().safeParse(digest).success
    ? await getMedia(getDatabase(), workspaceId, digest)
    : null;
  if (found === null) return refused("not_found", NOT_KEPT);
  const { mediaType, bytes } = found;
  const type = mediaType !== null && MEDIA_TYPE.test(mediaType) ? mediaType : null;
  const ending = /\/(?:x-)?(\w{1,10})/u.exec(type ?? "")?.[1] ?? "bin";
  return ok(
    new Response(new Uint8Array(bytes), {
      headers: {
        "content-type": type ?? "application/octet-stream",
        "content-disposition": `attachment; filename="${digest}.${ending}"`,
        "x-content-type-options": "nosniff",
        "content-security-policy": "sandbox",
        "cache-control": "private, no-store",
      },
    }),
  );
}
