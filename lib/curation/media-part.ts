import { isObject } from "@/lib/formats/is-object";
import { type MediaBytes, readBase64, readDataUrl, sniff } from "./media-bytes";
import { type Medium, mediumOf } from "./media-reference";

type Members = Readonly<Record<string, unknown>>;

/** The bytes of a part, and what else it said. */
export type PartBytes = MediaBytes & { type: Medium; rest: Members };

/** Members that hold bytes: as a data URL always, as bare base64 where the part says what it is. */
const BYTES = [
  "data",
  "file_data",
  "url",
  "image_url",
  "image",
  "audio",
  "file",
  "bytes",
  "base64",
  "b64_json",
  "content",
] as const;

/** Members inside which the bytes may lie: OpenAI, Anthropic, Gemini, Bedrock. */
const WRAPPERS = [
  "image_url",
  "input_audio",
  "file",
  "source",
  "inlineData",
  "inline_data",
  "image",
  "audio",
  "video",
  "document",
] as const;

/** Shorter words are ids and names, in characters. */
const SHORTEST = 64;

const TYPES = ["media_type", "mime_type", "mimeType", "mediaType"] as const;
const SAID = new Set<string>([...TYPES, "type", "format", "source_type", "modality"]);

/**
 * The bytes of a content part, by the shapes of OpenAI (`image_url`, `input_audio`, `file`,
 * `input_image`, `input_file`, the `audio` of an answer), Anthropic (`source`), Gemini (`inlineData`),
 * Bedrock, OpenTelemetry (`blob`) and the AI SDK; null for what holds none.
 *
 * @param key the member under which it stands
 */
export function partBytes(part: Members, key: string): PartBytes | null {
  return ownBytes(part, key) ?? wrappedBytes(part, key);
}

function ownBytes(part: Members, key: string): PartBytes | null {
  const said = statedType(part, key);
  for (const name of BYTES) {
    const held = part[name];
    if (typeof held !== "string" || held.length < 16) continue;
    const url = readDataUrl(held);
    // text may look like base64: bare bytes are believed where the part calls itself media
    const bare =
      url === null && said !== null && held.length >= SHORTEST && fits(name, part, said)
        ? readBase64(held)
        : null;
    const bytes = url ?? (bare === null ? null : { base64: bare, mediaType: null });
    if (bytes === null) continue;
    const { [name]: _, ...rest } = part;
    const mediaType = bytes.mediaType ?? fullType(said) ?? sniff(bytes.base64);
    const type = mediaType === null ? mediumOf(said) : mediumOf(mediaType);
    return { base64: bytes.base64, mediaType, type, rest: unsaid(rest) };
  }
  return null;
}

function wrappedBytes(part: Members, key: string): PartBytes | null {
  for (const name of WRAPPERS) {
    const inner = part[name];
    if (!isObject(inner)) continue;
    const found = partBytes(inner, `${key} ${name}`);
    if (!found) continue;
    const { [name]: _, ...rest } = part;
    return { ...found, rest: { ...unsaid(rest), ...found.rest } };
  }
  return null;
}

/** The media type that a part states, or `image/` and the like where it states only that. */
function statedType(part: Members, key: string): string | null {
  for (const name of TYPES) {
    const stated = part[name];
    if (typeof stated === "string" && stated !== "") return stated.toLowerCase();
  }
  const type = [part["type"], part["modality"], key].map(String).join(" ");
  const medium = /image|audio|video/u.exec(type)?.[0];
  const { format } = part;
  if (medium) return `${medium}/${typeof format === "string" ? format.toLowerCase() : ""}`;
  return /\b(?:base64|file|input_file|document|blob|inlineData|inline_data)\b/u.test(type)
    ? "file/"
    : null;
}

/** A member named `content` holds bytes only in a blob, `url` never, and a text none at all. */
function fits(name: string, part: Members, said: string): boolean {
  if (part["type"] === "text" || said.startsWith("text/")) return false;
  return name === "content" ? part["type"] === "blob" : name !== "url";
}

const fullType = (said: string | null): string | null =>
  said !== null && /^[\w.+-]+\/[\w.+-]+$/u.test(said) ? said : null;

const unsaid = (members: Members): Members =>
  Object.fromEntries(Object.entries(members).filter(([name]) => !SAID.has(name)));
