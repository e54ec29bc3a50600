import type { MediaReference } from "@/lib/curation/media-reference";
import type { RowId } from "@/lib/ids";

/** An image, audio or file of a call's messages. */
export type CallMedia = {
  digest: RowId;
  medium: MediaReference["type"];
  mediaType: string | null;
  bytes: number;
  /** Whether its bytes are stored; else only its type, size and digest are. */
  kept: boolean;
};
