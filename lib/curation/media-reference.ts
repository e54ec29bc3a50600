import { isObject } from "@/lib/formats/is-object";

const MEDIA = ["image", "audio", "video", "file"] as const;
export type Medium = (typeof MEDIA)[number];

/** What stands in a message in place of bytes; what else the part said stands beside. */
export type MediaReference = {
  type: Medium;
  media_type: string | null;
  bytes: number;
  /** Keyed: the same bytes have the same digest, and nobody can look them up by it. */
  digest: string;
};

const DIGEST = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

export function isMediaReference(value: unknown): value is MediaReference {
  return (
    isObject(value) &&
    typeof value["bytes"] === "number" &&
    typeof value["digest"] === "string" &&
    DIGEST.test(value["digest"]) &&
    MEDIA.some((medium) => medium === value["type"])
  );
}

/** What kind of thing a media type names: anything but pictures, sound and film is a file. */
export function mediumOf(mediaType: string | null): Medium {
  const [kind] = (mediaType ?? "").split("/");
  return MEDIA.find((medium) => medium === kind) ?? "file";
}
